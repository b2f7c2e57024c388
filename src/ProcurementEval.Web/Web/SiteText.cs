using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Web;

/// <summary>The words of the pages in the reader's language; 简体中文 where a language lacks one.</summary>
public static class SiteText
{
    /// <summary>The books, one per area; no key stands in two of them.</summary>
    public static readonly IReadOnlyList<string> Books =
        ["Site", "Accounts", "Tenders", "Contracts", "Evaluations", "Money", "Delivery", "Templates", "Audit", "Imports", "Demo"];

    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> Words = new(StringComparer.Ordinal);

    /// <exception cref="MissingManifestResourceException">There is no such word.</exception>
    public static string Of(string key, params object[] arguments) =>
        string.Format(Plural.Sentences, Find(key) ?? throw new MissingManifestResourceException(key), arguments);

    /// <summary>The name of a code that data may add to: the code itself where nobody has named it.</summary>
    public static string NameOr(string family, string code) => Find($"{family}.{code}") ?? code;

    /// <summary>The name of a value of an enumeration, under "Type.Value".</summary>
    /// <exception cref="MissingManifestResourceException">Nobody has named it.</exception>
    public static string Name(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Of($"{value.GetType().Name}.{value}");
    }

    /// <summary>The name as this reader says it: an agency reads some stages from its own side (可投标 where the officer reads 招标中).</summary>
    public static string Name(Enum value, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(reader);
        return (reader.Role == Role.Agency ? Find($"{value.GetType().Name}.Agency.{value}") : null) ?? Name(value);
    }

    /// <summary>A word in every language of the site, for files that people bring in theirs.</summary>
    public static IEnumerable<string> InEveryLanguage(string key) => Languages.All.Select(l => Words.GetOrAdd(l, Read).GetValueOrDefault(key)).OfType<string>();

    private static string? Find(string key) => Words.GetOrAdd(CultureInfo.CurrentUICulture.Name, Read).GetValueOrDefault(key);

    private static FrozenDictionary<string, string> Read(string language)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var book in Books.Select(b => new ResourceManager($"ProcurementEval.Web.Resources.Pages.{b}", typeof(SiteText).Assembly)))
        {
            Add(book, CultureInfo.InvariantCulture, words);
            Add(book, CultureInfo.GetCultureInfo(language), words);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(ResourceManager book, CultureInfo language, Dictionary<string, string> words)
    {
        foreach (var word in book.GetResourceSet(language, createIfNotExists: true, tryParents: true)?.Cast<DictionaryEntry>() ?? [])
        {
            words[(string)word.Key] = (string)word.Value!;
        }
    }
}
