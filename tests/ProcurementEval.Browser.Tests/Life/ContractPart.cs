using System.Globalization;
using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Templates.Cases;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>Delivery, acceptance, money and the end of a contract, by the pages.</summary>
internal sealed class ContractPart(CaseFile file, People people)
{
    /// <summary>The contract's page, once it is signed.</summary>
    public string Here { get; set; } = string.Empty;

    private string Purchaser => file.Project.Purchaser.Code;

    private string Finance => file.Project.Finance.Code;

    private string Agency => file.Tender.Bids[0].Supplier.Code;

    /// <summary>A month's records pasted from a spreadsheet.</summary>
    public async Task ReportAsync(IEnumerable<DeliveredService> month)
    {
        var page = await people.AtAsync(Agency, Here);
        await page.FollowAsync("/service");
        await page.FillAsync(("Rows", Steps.Pasted(month.Select(Row))));
        await page.SendAsync("#table");
    }

    /// <summary>A deliverable is uploaded and read by the purchaser.</summary>
    public async Task DeliverAsync()
    {
        var page = await people.AtAsync(Agency, Here);
        await page.FollowAsync("/evidence");
        await page.FollowAsync("/evidence/upload");
        await page.AttachAsync("月度小结.txt", "服务月度小结（虚构）\n");
        await page.SendAsync("main form[action*='handler=Files']");
        page = await people.AtAsync(Purchaser, Here);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href^='/evidence/']", new() { HasText = "月度小结.txt" }).PressAsync());
        Assert.Equal("月度小结.txt", download.SuggestedFilename);
    }

    /// <summary>The invoice's file, then its figures.</summary>
    public async Task ClaimAsync(int ordinal, CaseInstalment dates)
    {
        var page = await OfferedAsync(Agency, ordinal, "/claim");
        await page.Locator("main a[href*='kind=Invoice']").GoAsync();
        await page.AttachAsync($"发票-{dates.Invoice}.txt", "发票影像（虚构）\n");
        await page.SendAsync("main form[action*='handler=Files']");
        page = await OfferedAsync(Agency, ordinal, "/claim");
        var payable = await page.Locator("dl.facts strong").First.InnerTextAsync();
        await page.FillAsync(("Number", dates.Invoice), ("Amount", payable), ("ReceivedOn", dates.Claimed.Typed()));
        await page.SendAsync();
    }

    /// <summary>The purchaser sends a claim back.</summary>
    public async Task ReturnAsync(int ordinal)
    {
        var page = await OfferedAsync(Purchaser, ordinal, "/return");
        await page.FillAsync(("Why", "发票抬头有误，请换开后再报。"));
        await page.SendAsync();
    }

    public async Task ConfirmAsync(int ordinal) => await (await OfferedAsync(Purchaser, ordinal, "/confirm")).SendAsync();

    public async Task ApproveAsync(int ordinal) => await (await OfferedAsync(Finance, ordinal, "/approve")).SendAsync();

    public async Task PayAsync(int ordinal) => await (await OfferedAsync(Finance, ordinal, "/pay")).SendAsync();

    public Task PublishFinalAsync() => DoAsync("/publish-final");

    public Task InviteAsync() => DoAsync("/acceptance", ("Users", file.Acceptance.UsersInvited.ToString(CultureInfo.InvariantCulture)));

    public Task AcceptAsync() => DoAsync("/acceptance", ("Statement", file.Acceptance.Statement));

    public Task PublishAcceptanceAsync() => DoAsync("/acceptance");

    /// <summary>Settles, then renews.</summary>
    public async Task EndAsync()
    {
        await DoAsync("/end");
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync("/end");
        await page.SendAsync("main form[action$='handler=Renew']");
    }

    private static IEnumerable<object?> Row(DeliveredService s) =>
        [s.Target, s.Site, s.Date.Typed(), s.People, s.Sessions, s.Hours, s.ForGroup ? "是" : null, s.OutReach ? "是" : null, s.Done, s.Base];

    private async Task<IPage> OfferedAsync(string account, int ordinal, string step)
    {
        var page = await people.AtAsync(account, Here);
        await page.FollowAsync(step, $"#instalment-{ordinal}");
        return page;
    }

    private async Task DoAsync(string step, params (string Field, string Value)[] typed)
    {
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync(step);
        await page.FillAsync(typed);
        await page.SendAsync();
    }
}
