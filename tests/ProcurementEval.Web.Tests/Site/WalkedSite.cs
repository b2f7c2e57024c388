using ProcurementEval.Domain.Calendars;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Tests.Templates;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>A site on which case 3 (Longhua, 2024) has been walked up to a day; accounts are named as the case's parties.</summary>
internal static class WalkedSite
{
    public const string Purchaser = "longhua-health";
    public const string Finance = "longhua-finance";
    public const string Agency = "anxin";
    public const string OtherAgency = "ningyu";

    /// <summary>An account of another purchaser.</summary>
    public const string OtherPurchaser = "other-purchaser";

    public static async Task<TestSite> StartAsync(string until, string today)
    {
        var site = await TestSite.StartAsync(ChinaTime.At(Day(today), new TimeOnly(10, 0)));
        await site.InDatabaseAsync(async db =>
        {
            await new Walk(WalkCase.Read(Shipped.PathOf("cases/longhua-2024.yaml")), db).RunAsync((_, _) => { }, Day(until));
            return 0;
        });
        await site.AddAccountAsync(Purchaser, Role.Purchaser, Purchaser);
        await site.AddAccountAsync(Finance, Role.FinanceReviewer, Finance);
        await site.AddAccountAsync(Agency, Role.Agency, Agency);
        await site.AddAccountAsync(OtherAgency, Role.Agency, OtherAgency);
        await site.AddAccountAsync(OtherPurchaser, Role.Purchaser, Finance);
        return site;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
