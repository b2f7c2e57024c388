using System.Globalization;
using System.Resources;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The words of printed reports in one language, and how dates and sums of money are written in it.</summary>
public sealed class ReportText(CultureInfo? culture = null)
{
    private static readonly ResourceManager Words = new("ProcurementEval.Web.Resources.Reports", typeof(ReportText).Assembly);
    private readonly CultureInfo culture = culture ?? CultureInfo.GetCultureInfo("zh-Hans");

    /// <exception cref="MissingManifestResourceException">There is no such word.</exception>
    public string this[string key] => Words.GetString(key, culture) ?? throw new MissingManifestResourceException(key);

    private bool IsChinese => culture.TwoLetterISOLanguageName == "zh";

    public string Format(string key, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    /// <summary>The name of a value of an enumeration.</summary>
    public string Name(Enum value) => this[$"{value.GetType().Name}.{value}"];

    /// <summary>The name of a code that plans may add to: the code itself where nobody has named it.</summary>
    public string NameOr(string family, string code) => Words.GetString($"{family}.{code}", culture) ?? code;

    public string Date(DateOnly date) => Format("Date", date.Year, date.Month, date.Day);

    public string Period(DateOnly first, DateOnly last) => Format("Period", Date(first), Date(last));

    /// <summary>¥1,234,567.00, in Chinese with 万元 where the sum is that large.</summary>
    public string Sum(Money money)
    {
        var sign = money < Money.Zero ? "-" : string.Empty;
        var yuan = string.Create(CultureInfo.InvariantCulture, $"{sign}¥{Math.Abs(money.Yuan):#,##0.00}");
        return IsChinese && Math.Abs(money.Yuan) >= 10_000m
            ? Format("SumInTenThousands", yuan, string.Create(CultureInfo.InvariantCulture, $"{money.Yuan / 10_000m:#,##0.######}"))
            : yuan;
    }

    /// <summary>A range as conditions: "≥ 80、< 90".</summary>
    public string Range(decimal? from, decimal? above, decimal? to, decimal? below)
    {
        (string Sign, decimal? End)[] ends = [("≥", from), (">", above), ("≤", to), ("<", below)];
        return string.Join(this["RangeJoin"], ends.Where(e => e.End is not null).Select(e => $"{e.Sign} {Figure(e.End!.Value)}"));
    }

    /// <summary>At most six decimals, no trailing zeros, as the workings write figures.</summary>
    public static string Figure(decimal value) =>
        Math.Round(value, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture);
}
