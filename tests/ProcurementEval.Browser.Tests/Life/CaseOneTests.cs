using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>Case 1 from the project to its renewal, played in the browser, by the keyboard alone, by everybody who has a part in it.</summary>
public sealed class CaseOneTests(Browser browser)
{
    private static readonly TimeOnly Deadline = new(10, 0);
    private readonly WalkCase walked = WalkCase.Read(Path.Combine(Catalogue.Around(AppContext.BaseDirectory + "any").Folder, "cases", "xinhu-2024.yaml"));

    private CaseFile Case => walked.File;

    [Fact]
    public async Task CaseOne_PlayedByThePages_EndsWithTheFiguresOfTheWalk()
    {
        await using var site = await CaseSite.StartAsync(walked);
        await using var people = new People(browser, site.Address);
        var (tender, contract) = (new TenderPart(walked, people), new ContractPart(Case, people));
        var diary = new Diary(people);
        Write(diary, tender, contract);
        Write(diary, contract, people);
        await diary.LiveAsync(Case.Tender.Published);

        var (summary, money) = await WalkAsync();
        var page = await people.AtAsync(Case.Project.Purchaser.Code, contract.Here);
        var shown = await Figures.ReadAsync(page);
        Assert.Equal(Figures.Of(summary).ToString(), shown.ToString());
        Assert.Equal(SiteText.Name(ContractStage.Renewed), await page.InnerTextAsync("#stage"));

        // By hand, at the head of the case file: 30, 55 and 15 per cent of 2,445,000.00, and the mean of 94.93, 93.89 and 93.63.
        Assert.Equal(["¥733,500.00", "¥1,344,750.00", "¥366,750.00"], shown.Instalments.Select(i => i.Paid));
        Assert.Equal("94.15", shown.Result);
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href$='/money.xlsx']").PressAsync());
        await using var sheet = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await sheet.CopyToAsync(copy, TestContext.Current.CancellationToken);
        Assert.Contains(733_500.00m, Figures.Of(money));
        Assert.Equal(Figures.Of(money), Figures.Of(copy.ToArray()));
        var names = Case.Tender.Bids.ToDictionary(b => b.Supplier.Code, b => b.Supplier.Name);
        Assert.Equal(summary.Tender.Bids.Where(b => b.Valid).OrderBy(b => b.Rank).Select(b => (names[b.Supplier], b.Total!)), await tender.RankingAsync());
    }

    private void Write(Diary diary, TenderPart tender, ContractPart contract)
    {
        var dates = Case.Tender;
        diary.On(dates.Published, tender.DraftAsync, tender.PublishAsync);
        // The first bidder replaces his bid, the last one takes his back and bids after all.
        foreach (var bid in dates.Bids)
        {
            diary.On(dates.Deadline, () => bid == dates.Bids[0] ? tender.ReplaceAsync(bid) : bid == dates.Bids[^1] ? tender.WithdrawAsync(bid) : tender.BidAsync(bid));
        }

        diary.At(dates.Deadline, Deadline, tender.OpenAsync);
        foreach (var member in dates.Members)
        {
            diary.On(dates.Scored, () => tender.ScoreAsync(member));
        }

        diary.On(dates.Scored, tender.RankAsync);
        diary.On(dates.Awarded, tender.AwardAsync);
        diary.On(Case.Contract.Signed, async () => contract.Here = await tender.SignAsync());
    }

    private void Write(Diary diary, ContractPart contract, People people)
    {
        diary.Pass(Case.Contract.Start);
        foreach (var month in new CaseRecords(Case, walked.Calendar).All.GroupBy(r => (r.Date.Year, r.Date.Month)))
        {
            diary.On(month.Max(r => r.Date), () => contract.ReportAsync(month.OrderBy(r => r.Date)));
        }

        diary.On(Case.Contract.Start.AddMonths(1), contract.DeliverAsync);
        foreach (var (rated, rule) in Case.Evaluations.Zip(walked.Plan.Value.Evaluations))
        {
            var evaluation = new EvaluationPart(walked, rated, rule, people);
            diary.On(rated.Opened, () => evaluation.OpenAsync(contract.Here));
            diary.On(rated.Signed, evaluation.SignAsync);
            diary.On(rated.Published, evaluation.PublishAsync);
            if (rated == Case.Evaluations[0])
            {
                // Dismissed, so that every figure stays.
                diary.On(rated.Published, () => evaluation.ObjectAsync(Case.Tender.Bids[0].Supplier.Code, Case.Project.Purchaser.Code));
            }

            foreach (var finding in rated.Findings)
            {
                diary.On(finding.Replied, () => evaluation.ReplyAsync(finding, Case.Tender.Bids[0].Supplier.Code));
                diary.On(finding.Verified, () => evaluation.VerifyAsync(finding));
            }

            diary.Pass(rated.Fixed);
        }

        diary.On(Case.Evaluations[^1].Published, contract.PublishFinalAsync);
        diary.On(Case.Acceptance.Invited, contract.InviteAsync);
        diary.On(Case.Acceptance.Confirmed, contract.AcceptAsync);
        diary.On(Case.Acceptance.Published, contract.PublishAcceptanceAsync);
        foreach (var (i, dates) in Case.Instalments.Index())
        {
            diary.Pass(dates.Released);
            diary.On(dates.Claimed, () => contract.ClaimAsync(i + 1, dates));
            if (i == 0)
            {
                diary.On(dates.Claimed, () => contract.ReturnAsync(1), () => contract.ClaimAsync(1, dates));
            }

            diary.On(dates.Confirmed, () => contract.ConfirmAsync(i + 1));
            diary.On(dates.Approved, () => contract.ApproveAsync(i + 1));
            diary.On(dates.Paid, () => contract.PayAsync(i + 1));
        }

        diary.On(Case.Ends, contract.EndAsync);
    }

    private async Task<(Summary Summary, byte[] MoneySheet)> WalkAsync()
    {
        var folder = Directory.CreateTempSubdirectory("walked-");
        try
        {
            await using var db = await Databases.OpenAsync(Databases.Sqlite, $"Data Source={Path.Combine(folder.FullName, "walk.db")}", Schema.Migrated);
            var walk = new Walk(walked, db);
            await walk.RunAsync((_, _) => { });
            return (await SummaryOf.WalkAsync(walk, []), new WalkReports(walk, auditRoot: null, new FontSet()).All().Single(r => r.Name == "money-sheet.xlsx").Content);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
