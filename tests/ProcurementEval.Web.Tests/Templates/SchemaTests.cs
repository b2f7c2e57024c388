using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Templates.Demos;

namespace ProcurementEval.Web.Tests.Templates;

/// <summary>Schemas and records say the same: keys, which of them must be there, and the words that choose among kinds.</summary>
public class SchemaTests
{
    private static readonly Dictionary<string, Type> Roots = new()
    {
        ["template"] = typeof(Template), ["plan"] = typeof(Plan), ["calendar"] = typeof(WorkCalendar), ["limits"] = typeof(LegalLimits), ["case"] = typeof(CaseFile), ["demo"] = typeof(DemoFile),
    };

    // Read by people only, or by a reader of its own.
    private static readonly HashSet<string> OnlyInFiles = ["kind", "title", "source"];

    public static TheoryData<string, string> Records()
    {
        var records = new TheoryData<string, string>();
        foreach (var kind in Roots.Keys)
        {
            records.Add(kind, string.Empty);
            foreach (var (name, definition) in (JsonObject)Schema(kind)["definitions"]!)
            {
                if (definition!["properties"] is not null)
                {
                    records.Add(kind, name);
                }
            }
        }

        return records;
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Definition_OfARecord_HasItsKeysAndNoOthers(string kind, string name)
    {
        var schema = name.Length == 0 ? Schema(kind) : Schema(kind)["definitions"]![name]!;
        var type = name.Length == 0 ? Roots[kind] : TypeOf(name);
        var discriminated = type.BaseType == typeof(Rule) || type.BaseType == typeof(ReleaseCondition) || type.BaseType == typeof(Adjustment);
        string[] known = [.. discriminated ? ["kind"] : Array.Empty<string>(), .. Members(type).Select(p => Key(p.Name))];
        string[] written = [.. ((JsonObject)schema["properties"]!).Select(p => p.Key)];

        Assert.Equal(known.Order(StringComparer.Ordinal), written.Where(w => known.Contains(w) || name.Length > 0 || !OnlyInFiles.Contains(w)).Order(StringComparer.Ordinal));
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.Equal(
            [.. Required(type).Concat(discriminated || name.Length == 0 ? ["kind"] : []).Order(StringComparer.Ordinal)],
            ((JsonArray?)schema["required"] ?? []).Select(r => r!.GetValue<string>()).Order(StringComparer.Ordinal).ToArray());
    }

    [Theory]
    [InlineData("template", "Rule")]
    [InlineData("plan", "ReleaseCondition")]
    [InlineData("plan", "Adjustment")]
    public void Definition_OfAFamily_KnowsTheKindsOfTheReader(string kind, string family)
    {
        var definitions = Schema(kind)["definitions"]!;
        var kinds = ((JsonArray)definitions[family]!["oneOf"]!).Select(r => definitions[r!["$ref"]!.GetValue<string>().Split('/')[^1]]!["properties"]!["kind"]!["enum"]![0]!.GetValue<string>());

        var known = family switch { "Rule" => DomainJson.KindsOf<Rule>(), "Adjustment" => DomainJson.KindsOf<Adjustment>(), _ => DomainJson.KindsOf<ReleaseCondition>() };
        Assert.Equal(known.Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_OfEveryEnumeration_AreThoseOfTheSchema()
    {
        var pairs = Roots.Keys.SelectMany(kind => ((JsonObject)(Schema(kind)["definitions"] ?? new JsonObject())).SelectMany(d => Words(d.Key, d.Value!["properties"]))).ToArray();

        Assert.True(pairs.Length > 15);
        Assert.All(pairs, p => Assert.Equal(Enum.GetNames(p.Type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName), p.Words));
    }

    private static IEnumerable<(Type Type, string[] Words)> Words(string record, JsonNode? properties) =>
        from property in properties as JsonObject ?? []
        where property.Key != "kind" || record is "Indicator"
        let words = property.Value!["enum"] as JsonArray
        where words is not null
        let type = TypeOf(record).GetProperties().Single(p => Key(p.Name) == property.Key).PropertyType
        select (Nullable.GetUnderlyingType(type) ?? type, words.Select(w => w!.GetValue<string>()).ToArray());

    private static JsonNode Schema(string kind) => JsonNode.Parse(File.ReadAllText(Shipped.PathOf($"{kind}.schema.json")))!;

    private static Type TypeOf(string name) =>
        new[] { typeof(Template).Assembly, typeof(CaseFile).Assembly }.SelectMany(a => a.GetTypes()).Single(t => t.Name == name && t.IsPublic);

    // What can be written: constructor parameters and init-only members, not what is derived from them.
    private static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

    private static IEnumerable<string> Required(Type type)
    {
        var parameters = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters();
        var nullable = new NullabilityInfoContext();
        return parameters.Where(p => !p.HasDefaultValue && nullable.Create(p).WriteState != NullabilityState.Nullable).Select(p => Key(p.Name!))
            .Concat(Members(type).Where(p => p.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))).Select(p => Key(p.Name))).Distinct();
    }

    private static string Key(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
