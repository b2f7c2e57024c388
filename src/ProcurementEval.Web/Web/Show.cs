using System.Globalization;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;

namespace ProcurementEval.Web.Web;

/// <summary>Figures, dates and lists as the reader's language writes them; figures themselves are the same in every language.</summary>
public static class Show
{
    /// <summary>To the fen: ¥1,234,567.00.</summary>
    public static string Money(decimal yuan) => string.Create(CultureInfo.InvariantCulture, $"{(yuan < 0 ? "-" : string.Empty)}¥{Math.Abs(yuan):#,##0.00}");

    /// <summary>Large sums in the unit that the language counts in, 244.50 万元 or ¥2.45 million, rounded half away from zero; smaller ones to the fen.</summary>
    public static string Short(decimal yuan)
    {
        var unit = decimal.Parse(SiteText.Of("LargeSum.Unit"), CultureInfo.InvariantCulture);
        return Math.Abs(yuan) < unit ? Money(yuan) : SiteText.Of("LargeSum", Number(yuan / unit, 2));
    }

    /// <summary>With thousand marks and exactly the decimals named, rounded half away from zero.</summary>
    public static string Number(decimal value, int decimals = 0) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>With thousand marks and no more decimals than it has, two at most.</summary>
    public static string Figure(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>A share of 1 as a percentage of at most two decimals: 0.305 is 30.5%.</summary>
    public static string Percent(decimal share) =>
        Math.Round(share * 100m, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>One after the other, separated as the language does: 甲、乙 or A, B.</summary>
    public static string List(IEnumerable<string> words) => string.Join(SiteText.Of("ListSeparator"), words);

    /// <summary>What an evaluation is about: the contract's number, and the site where one is rated.</summary>
    public static string About(Contract contract, Evaluation evaluation) => contract.SiteName(evaluation.Subject) is { } site ? $"{contract.Number} · {site}" : contract.Number;

    public static string Date(DateOnly date) => date.ToString(SiteText.Of("DateFormat"), CultureInfo.InvariantCulture);

    public static string Period(DateOnly first, DateOnly last) => SiteText.Of("Period", Date(first), Date(last));

    /// <summary>To the minute, in China time.</summary>
    public static string Instant(DateTimeOffset instant) => ChinaTime.Of(instant).ToString(SiteText.Of("InstantFormat"), CultureInfo.InvariantCulture);

    /// <summary>The time of day in China: 09:05.</summary>
    public static string Time(DateTimeOffset instant) => ChinaTime.Of(instant).ToString("HH:mm", CultureInfo.InvariantCulture);
}
