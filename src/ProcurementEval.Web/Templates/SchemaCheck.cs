using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace ProcurementEval.Web.Templates;

/// <summary>Checks the shape of a file by the JSON Schema of its kind.</summary>
public static class SchemaCheck
{
    public static IReadOnlyList<FileFault> Faults(YamlFile file, JsonSchema schema)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(schema);
        return [.. Leaves(Validate(file, schema)).Select(e => Fault(file, e)).DistinctBy(f => (f.Line, f.Code, string.Join('\n', f.Arguments))).OrderBy(f => f.Line)];
    }

    // The validator reads dates in the calendar of the current culture: to a Thai machine 2024-02-29 would be no date.
    private static ICollection<ValidationError> Validate(YamlFile file, JsonSchema schema)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return schema.Validate(LineJson.Of(file.Root), SchemaType.JsonSchema);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    // Of the alternatives only the one that the writer meant is worth talking about: the one of the same kind and type.
    private static IEnumerable<ValidationError> Leaves(IEnumerable<ValidationError> errors) => errors.SelectMany(error => error switch
    {
        ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf } choice => Meant(choice) is { } meant ? Leaves(meant) : [error],
        ChildSchemaValidationError child => Leaves(child.Errors.Values.SelectMany(e => e)),
        _ => [error],
    });

    private static ICollection<ValidationError>? Meant(ChildSchemaValidationError choice) =>
        choice.Errors.Values.FirstOrDefault(errors => errors.Count > 0 && !errors.Any(e => IsKind(e) || (e.Token == choice.Token && IsType(e))));

    private static bool IsKind(ValidationError error) =>
        error is { Property: "kind", Kind: ValidationErrorKind.NotInEnumeration or ValidationErrorKind.PropertyRequired };

    private static bool IsType(ValidationError error) => error.Kind is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
        or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected or ValidationErrorKind.NotInEnumeration;

    private static FileFault Fault(YamlFile file, ValidationError error)
    {
        var key = error.Token?.AncestorsAndSelf().OfType<JProperty>().FirstOrDefault()?.Name ?? string.Empty;
        var (code, arguments) = Sentence(error, key, Found(error.Token));
        return FileFault.Block(file.Path, error.HasLineInfo ? error.LineNumber : 1, code, arguments);
    }

    private static (string Code, object[] Arguments) Sentence(ValidationError error, string key, string found) => error.Kind switch
    {
        ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(error.Property ?? key, error.Schema.ActualProperties.Keys),
        ValidationErrorKind.PropertyRequired => ("KeyMissing", [error.Property ?? key]),
        ValidationErrorKind.NotInEnumeration => Word(key, found, [.. error.Schema.Enumeration.Select(e => $"{e}")]),
        ValidationErrorKind.NotOneOf or ValidationErrorKind.NotAnyOf => Choice((ChildSchemaValidationError)error, key, found),
        ValidationErrorKind.StringExpected => ("TextExpected", [key, found]),
        ValidationErrorKind.NumberExpected => ("NumberExpected", [key, found]),
        ValidationErrorKind.IntegerExpected => ("WholeNumberExpected", [key, found]),
        ValidationErrorKind.BooleanExpected => ("TruthExpected", [key, found]),
        ValidationErrorKind.ObjectExpected => ("MapExpected", [key, found]),
        ValidationErrorKind.ArrayExpected => ("ListExpected", [key, found]),
        ValidationErrorKind.DateExpected => ("DateExpected", [key, found]),
        ValidationErrorKind.PatternMismatch when error.Schema.Format == "date" => ("DateExpected", [key, found]),
        ValidationErrorKind.PatternMismatch or ValidationErrorKind.StringTooShort when string.IsNullOrWhiteSpace(found) => ("TextEmpty", [key]),
        ValidationErrorKind.NumberTooSmall => ("NumberTooSmall", [key, found, error.Schema.Minimum ?? 0m]),
        ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig => ("NumberTooLarge", [key, found, error.Schema.Maximum ?? 0m]),
        ValidationErrorKind.NumberNotMultipleOf => ("TooManyDecimals", [key, found, (error.Schema.MultipleOf ?? 1m).Scale]),
        ValidationErrorKind.TooFewItems or ValidationErrorKind.TooFewProperties => ("ListTooShort", [key]),
        _ => ("TextInvalid", [key, found]),
    };

    private static (string, object[]) Choice(ChildSchemaValidationError error, string key, string found)
    {
        var branches = error.Errors.Keys.Select(s => s.ActualSchema).ToArray();
        string[] kinds = [.. branches.SelectMany(s => s.ActualProperties.TryGetValue("kind", out var kind) ? kind.ActualSchema.Enumeration.Select(e => $"{e}") : [])];
        return (error.Token as JObject, kinds.Length) switch
        {
            (_, 0) => branches.Any(b => b.Enumeration.Count > 0) ? ("ListExpected", [key, found]) : ("NumberExpected", [key, found]),
            (null, _) => ("MapExpected", [key, found]),
            ({ } map, _) => map.TryGetValue("kind", out var written) ? Word("kind", Found(written), kinds) : ("KeyMissing", ["kind"]),
        };
    }

    private static (string, object[]) Unknown(string key, IEnumerable<string> known) => Spelling.Nearest(key, known) is { } meant
        ? ("KeyMisspelt", [key, meant])
        : ("KeyUnknown", [key, string.Join(", ", known)]);

    private static (string, object[]) Word(string key, string found, string[] known) => Spelling.Nearest(found, known) is { } meant
        ? ("WordMisspelt", [key, found, meant])
        : ("WordUnknown", [key, found, string.Join(", ", known)]);

    private static string Found(JToken? token) => token switch
    {
        null or { Type: JTokenType.Null } => string.Empty,
        JProperty property => Found(property.Value),
        JObject => "{ … }",
        JArray => "[ … ]",
        JValue { Type: JTokenType.Boolean } value => $"{value}".ToLowerInvariant(),
        _ => FormattableString.Invariant($"{((JValue)token).Value}"),
    };
}
