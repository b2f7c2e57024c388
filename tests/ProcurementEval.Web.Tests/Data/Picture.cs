using System.Collections;
using System.Globalization;
using System.Reflection;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Tests.Data;

/// <summary>Everything that an aggregate holds, as text: every public property, lists in their order, owners once. Owned lists have no order but their key's.</summary>
internal static class Picture
{
    private static readonly string[] Unordered = ["Panel", "Assignments", "Scores", "Disputes"];

    public static string Of(object aggregate) => string.Join('\n', Lines(aggregate, aggregate.GetType().Name, []));

    private static IEnumerable<string> Lines(object? value, string path, IReadOnlyList<object> above)
    {
        switch (value)
        {
            case null or string or ValueType or byte[]:
                return [$"{path} = {Scalar(value)}"];
            case TransitionLog:
                return [];
            case IDictionary map:
                return map.Keys.Cast<object>().OrderBy(k => k).SelectMany(k => Lines(map[k], $"{path}/{k}", above));
            case IEnumerable list:
                var name = path.Split('/')[^1];
                var items = list.Cast<object>().ToArray();
                return Unordered.Contains(name)
                    ? items.Select(i => string.Join('\n', Lines(i, path, above))).Order(StringComparer.Ordinal)
                    : items.SelectMany((item, i) => Lines(item, $"{path}[{i}]", above));
            case var o when above.Any(a => ReferenceEquals(a, o)):
                return [$"{path} above"];
            default:
                return value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(p => p.Name, StringComparer.Ordinal)
                    .SelectMany(p => Lines(p.GetValue(value), $"{path}/{p.Name}", [.. above, value]));
        }
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal d => d.ToString("0.######", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
