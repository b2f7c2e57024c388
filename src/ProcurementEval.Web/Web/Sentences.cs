using System.Globalization;
using System.Resources;
using System.Text.Json;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Web;

/// <summary>The words for codes that Domain and the readers of files answer with, in the reader's language; 简体中文 where it has none.</summary>
public static class Sentences
{
    /// <summary>The resource books, in the order they are looked in; one book per area.</summary>
    public static readonly IReadOnlyList<ResourceManager> Books = [Book("Files"), Book("Cases"), Book("Processes"), Book("Imports")];

    // What somebody pasted into a file may be a whole page; the line is named anyway.
    private const int LongestWord = 400;

    /// <summary>The sentence of a code with its arguments; the bare code and arguments where no book knows it.</summary>
    public static string Of(string code, IReadOnlyList<object> arguments, CultureInfo? language = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var culture = language ?? CultureInfo.CurrentUICulture;
        object[] words = [.. arguments.Select(Word)];
        return Books.Select(b => b.GetString(code, culture)).FirstOrDefault(t => t is not null) is { } text
            ? string.Format(Plural.Sentences, text, words)
            : $"{code}({string.Join(", ", words)})";
    }

    /// <summary>A fault as a compiler prints it: file:line: sentence.</summary>
    public static string Of(FileFault fault, CultureInfo? language = null)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var sentence = Of(fault.Code, fault.Arguments, language);
        return $"{fault.File}:{fault.Line}: {(fault.Severity == Domain.Measures.Severity.Warn ? Of("Warning", [sentence], language) : sentence)}";
    }

    // Figures, dates and words of the file formats read alike in every language.
    private static object Word(object argument) => argument switch
    {
        decimal figure => figure.ToString("0.#########", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => ChinaTime.Of(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        EvaluationKind evaluation => SiteText.NameOr(nameof(EvaluationKind), evaluation.Kind),
        Enum word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()),
        string { Length: > LongestWord } text => text[..(char.IsHighSurrogate(text[LongestWord - 1]) ? LongestWord - 1 : LongestWord)] + "…",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => argument,
    };

    private static ResourceManager Book(string name) => new($"ProcurementEval.Web.Resources.{name}", typeof(Sentences).Assembly);
}
