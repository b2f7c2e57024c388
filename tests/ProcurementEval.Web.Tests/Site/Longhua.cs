using System.Globalization;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>A site on which case 3 (Longhua, 2024) has been walked up to a day, and the accounts of its parties.</summary>
internal static class Longhua
{
    public const string Purchaser = "longhua-health";
    public const string Finance = "longhua-finance";
    public const string Agency = "anxin";
    public const string OtherAgency = "ningyu";
    public const string OtherPurchaser = WalkedSite.StrangePurchaser;

    public static async Task<TestSite> StartAsync(string until, string today) => (await WalkedSite.StartAsync("longhua-2024", Day(until), Day(today))).Site;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
