using System.Globalization;
using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>From the project to the signed contract, by the pages.</summary>
internal sealed class TenderPart(WalkCase walked, People people)
{
    private CaseFile Case => walked.File;

    private Template Template => walked.TemplateOf(walked.Plan.Value.Tender.Template);

    private string Purchaser => Case.Project.Purchaser.Code;

    private string Here { get; set; } = string.Empty;

    public async Task DraftAsync()
    {
        var page = await people.AtAsync(Purchaser, "/tenders");
        await page.FollowAsync("/projects/draft");
        await page.FillAsync(("Chosen", $"{Case.Plan.Id}-{Case.Plan.Version}"));
        await page.Locator("main form[method=get] button").GoAsync();
        var project = Case.Project;
        await page.FillAsync(("Code", project.Code), ("ProjectTitle", project.Title), ("Region", project.Region), ("Number", Case.Tender.Number), ("Finance", project.Finance.Code), ("EvaluationBody", project.EvaluationBody.Code));
        await page.SendAsync();
        await page.Locator("main a[href^='/tenders/']", new() { HasText = Case.Tender.Number }).GoAsync();
        Here = new Uri(page.Url).AbsolutePath;
    }

    public async Task PublishAsync()
    {
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync("/documents");
        await page.AttachAsync("招标文件.txt", "招标文件全文（节录，虚构）\n");
        await page.SendAsync();
        await page.GotoAsync(Here);
        await page.FollowAsync("/publish");
        await page.FillAsync(("Date", Case.Tender.Deadline.Typed()), ("Hour", "10:00"));
        await page.SendAsync();
        await page.GotoAsync(Here);
        await page.FollowAsync("/panel");
        await NameAsync(page, "member", Case.Tender.Members);
        await page.SendAsync();
    }

    public async Task BidAsync(CaseBid bid)
    {
        var page = await AtTenderAsync(bid);
        await page.FollowAsync("/bid");
        await FillAsync(page, bid, bid.Quote);
        await page.SendAsync();
    }

    /// <summary>Bids a yuan too much and replaces the bid.</summary>
    public async Task ReplaceAsync(CaseBid bid)
    {
        var page = await AtTenderAsync(bid);
        await page.FollowAsync("/bid");
        await FillAsync(page, bid, bid.Quote + Money.FromYuan(1m));
        await page.SendAsync();
        await BidAsync(bid);
    }

    /// <summary>Bids, takes the bid back, and bids after all.</summary>
    public async Task WithdrawAsync(CaseBid bid)
    {
        await BidAsync(bid);
        var page = await AtTenderAsync(bid);
        await page.FollowAsync("/withdraw");
        await page.SendAsync();
        await BidAsync(bid);
    }

    /// <summary>Two persons: the first key, the second; then all bids are found qualified and opened.</summary>
    public async Task OpenAsync()
    {
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync("/key");
        await page.SendAsync();
        page = await people.AtAsync($"{Purchaser}-2", Here);
        await page.FollowAsync("/open");
        await page.SendAsync();
        await page.SendAsync();
    }

    public async Task ScoreAsync(CaseMember member)
    {
        var page = await people.AtAsync(member.Id, Here);
        await page.FollowAsync("/recusal");
        await page.Locator("[name=Ground][value=None]").PickAsync();
        await page.SendAsync();
        foreach (var bid in Case.Tender.Bids.Where(b => b.Scores.Count > 0))
        {
            var faults = new List<Fault>();
            var judgements = new CaseScores(Template).Assessors(bid.Scores, Case.Tender.Members, "scores", faults).Single(a => a.Id == member.Id).Judgements;
            Assert.Empty(faults);
            await page.GotoAsync(Here);
            await page.Locator("main a[href^='/sheets/']", new() { HasText = bid.Supplier.Name }).GoAsync();
            await page.FillSheetAsync(judgements);
            await page.SignSheetAsync();
        }
    }

    public async Task RankAsync()
    {
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync("/rank");
        await page.SendAsync();
    }

    public async Task AwardAsync()
    {
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync("/award");
        await page.SendAsync();
    }

    /// <summary>Signs, with places and indicators pasted.</summary>
    /// <returns>The contract's page.</returns>
    public async Task<string> SignAsync()
    {
        var page = await people.AtAsync(Purchaser, Here);
        await page.FollowAsync("/contract");
        var contract = Case.Contract;
        await page.FillAsync(("Number", contract.Number), ("SignedOn", contract.Signed.Typed()), ("Start", contract.Start.Typed()), ("End", contract.End.Typed()),
            ("Sites", Steps.Pasted(Case.Sites.Select(s => new object?[] { s.Code, s.Name }))), ("Targets", Steps.Pasted(Case.Targets.Select(Row))));
        await page.SendAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>What the tender's page says of each ranked bid: supplier and total, in the order of the ranks.</summary>
    public async Task<IReadOnlyList<(string Supplier, string Total)>> RankingAsync()
    {
        var page = await people.AtAsync(Purchaser, Here);
        var lines = await page.Locator("section[aria-labelledby=ranking] summary").AllAsync();
        var read = new List<(string, string)>();
        foreach (var line in lines)
        {
            var words = await line.Locator("strong").AllInnerTextsAsync();
            read.Add((words[0], words[^1]));
        }

        return read;
    }

    /// <summary>Names people in a form of numbered lines.</summary>
    public static async Task NameAsync(IPage page, string line, IReadOnlyList<CaseMember> members)
    {
        foreach (var (i, member) in members.Index())
        {
            await page.Locator($"#{line}-{i}").ChooseAsync(member.Id);
            await page.Locator($"#rater-{i}").ChooseAsync(member.Rater);
            await page.Locator($"[name=Experts][value='{i}']").TickAsync(member.Expert);
        }
    }

    private async Task<IPage> AtTenderAsync(CaseBid bid)
    {
        var page = await people.AtAsync(bid.Supplier.Code, "/tenders");
        await page.Locator("main a", new() { HasText = Case.Tender.Number }).GoAsync();
        return page;
    }

    private async Task FillAsync(IPage page, CaseBid bid, Money quote)
    {
        var faults = new List<Fault>();
        await page.FillFactsAsync(new FactForm(Template, new FactReader(Template).Facts(bid.Facts, "facts", faults)));
        Assert.Empty(faults);
        await page.FillAsync(("Quote", quote.Yuan.ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<object?> Row(ServiceTarget t) =>
        [t.Code, t.Area, t.Title, t.Target, t.Counted, t.Unit, t.MinimumPeople, t.MinimumSessions, t.AveragePeople, t.AverageSessions, t.OfWhichForGroup, t.Group, t.Each, t.IsRate ? "是" : null, t.RecordsOf];
}
