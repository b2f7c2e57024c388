using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Web;

/// <summary>Reads what people type: full-width digits and marks, thousand marks, units, dates in any common form; null for what cannot be read, never a guess.</summary>
public static partial class Typed
{
    private const int Longest = 40;
    private const int MostDigits = 28;
    private const int Patience = 1_000;
    private static readonly string[] Hours = ["H:mm", "HH:mm"];
    private const string Number = "(?<number>([0-9]{1,3}([, ][0-9]{3})+|[0-9]+)(\\.[0-9]+)?)";

    /// <summary>A plain figure, e.g. "１，２３４．５".</summary>
    public static decimal? Figure(string? text) => Plain(text) is { } plain && FigureForm().Match(plain) is { Success: true } read ? Value(read) : null;

    /// <summary>A sum in yuan with at most two decimals, e.g. "¥1,234,567.00", "12.5万元".</summary>
    public static Money? Sum(string? text)
    {
        if (Plain(text) is not { } plain || SumForm().Match(plain) is not { Success: true } read || Value(read) is not { } figure)
        {
            return null;
        }

        var inTenThousands = read.Groups["unit"].Value is ['万' or '萬', ..];
        return figure <= decimal.MaxValue / 10_000 && figure >= decimal.MinValue / 10_000 && (inTenThousands ? figure * 10_000 : figure) is var yuan && Published.IsPublished(yuan)
            ? Money.FromYuan(yuan)
            : null;
    }

    /// <summary>A figure in percent, with or without the sign: "30%" and "30" are both 30.</summary>
    public static decimal? Percent(string? text) => Plain(text) is { } plain && PercentForm().Match(plain) is { Success: true } read ? Value(read) : null;

    /// <summary>A day: 2024-3-1, 2024/03/01, 2024.3.1, 2024年3月1日, 20240301.</summary>
    public static DateOnly? Day(string? text)
    {
        if (Plain(text) is not { } plain || DayForm().Match(plain) is not { Success: true } read)
        {
            return null;
        }

        var day = $"{read.Groups["year"].Value}-{read.Groups["month"].Value}-{read.Groups["day"].Value}";
        return DateOnly.TryParseExact(day, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
    }

    /// <summary>A time of day: 9:05, 09:05.</summary>
    public static TimeOnly? Hour(string? text) => Plain(text) is { } plain && TimeOnly.TryParseExact(plain, Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;

    /// <summary>Words, trimmed; null where they are longer than allowed (UTF-16 code units) or hold characters that are not seen or turn the writing round.</summary>
    /// <param name="text">Null reads as empty.</param>
    /// <param name="most">The most code units.</param>
    /// <param name="lines">Whether it may have several lines; they end with a line feed.</param>
    public static string? Words(string? text, int most, bool lines = false)
    {
        var words = (lines ? (text ?? string.Empty).ReplaceLineEndings("\n") : text ?? string.Empty).Trim(' ', '\u3000', '\n');
        return words.Length <= most && words.EnumerateRunes().All(r => IsSeen(r) || (lines && r.Value is '\n' or '\t')) ? words : null;
    }

    private static decimal? Value(Match read)
    {
        var digits = read.Groups["number"].Value.Replace(",", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal);
        return digits.Count(char.IsAsciiDigit) <= MostDigits && decimal.TryParse(read.Groups["sign"].Value + digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    // Full-width forms lie 0xFEE0 above ASCII.
    private static string? Plain(string? text)
    {
        if (text is null || text.Length > Longest || !text.EnumerateRunes().All(IsSeen))
        {
            return null;
        }

        return string.Concat(text.Select(c => c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '。' => '.',
            '￥' => '¥',
            '\u2212' => '-',
            '\u00A0' or '\u202F' or '\u2009' or '\u3000' => ' ',
            _ => c,
        })).Trim(' ');
    }

    // A lone surrogate is enumerated as the replacement character.
    private static bool IsSeen(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    [GeneratedRegex("^(?<sign>[-+]?)" + Number + "$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex FigureForm();

    [GeneratedRegex("^(?<sign>[-+]?) ?¥? ?" + Number + " ?(?<unit>(万|萬)元?|元)?$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex SumForm();

    [GeneratedRegex("^(?<sign>[-+]?)" + Number + " ?%?$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex PercentForm();

    [GeneratedRegex("^(?<year>[12][0-9]{3})((?<mark>[-/.])(?<month>[0-9]{1,2})\\k<mark>(?<day>[0-9]{1,2})| ?年 ?(?<month>[0-9]{1,2}) ?月 ?(?<day>[0-9]{1,2}) ?[日号號]?|(?<month>[0-9]{2})(?<day>[0-9]{2}))$", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex DayForm();
}
