using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The people of case 1 in their browsers, as far as its contract is signed.</summary>
internal sealed class TenderStory(TestSite site, WalkCase walked) : IAsyncDisposable
{
    private static readonly TimeOnly Morning = new(9, 0);
    private readonly Dictionary<string, HttpClient> browsers = [];
    private int pastDeadline;

    public TestSite Site { get; } = site;

    public CaseFile Case => walked.File;

    public WalkCase Walked => walked;

    public Guid TenderId { get; private set; }

    public string Here => $"/tenders/{TenderId}";

    /// <summary>The site on the morning of the day on which the tender goes out, with the parties and people of the case.</summary>
    public static async Task<TenderStory> BeginAsync()
    {
        var walked = WalkCase.Read(Path.Combine(Root(), "evaluation-templates", "cases", "xinhu-2024.yaml"));
        var site = await TestSite.StartAsync(ChinaTime.At(walked.File.Tender.Published, Morning));
        var story = new TenderStory(site, walked);
        await story.SettleAsync();
        return story;
    }

    /// <summary>A browser in which this account has signed in; the account of an organisation is its code.</summary>
    public async Task<HttpClient> AsAsync(string account) => browsers.TryGetValue(account, out var known) ? known : browsers[account] = await Site.SignedInAsync(account);

    public async Task DraftAsync()
    {
        var purchaser = await AsAsync("xinhu-street");
        var answer = await purchaser.SubmitAsync(await purchaser.ReadAsync("/projects/draft?Chosen=xinhu-2024-1"), "/projects/draft", "main form[method=post]",
            ("Code", Case.Project.Code), ("ProjectTitle", Case.Project.Title), ("Region", Case.Project.Region), ("Number", Case.Tender.Number), ("Finance", "xinhu-finance"), ("EvaluationBody", "hengping"));
        await DoneAsync(answer);
        TenderId = await Site.InDatabaseAsync(db => db.Tenders.Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));
    }

    public async Task PublishAsync()
    {
        await DraftAsync();
        await PostAsync("xinhu-street", $"{Here}/publish", ("Date", Case.Tender.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("Hour", "10:00"));
    }

    /// <summary>An agency fills the form that the scoring tree gives and sends it.</summary>
    public async Task<HttpResponseMessage> BidAsync(string supplier, string? quote = null)
    {
        var bid = Case.Tender.Bids.Single(b => b.Supplier.Code == supplier);
        var agency = await AsAsync(supplier);
        return await agency.SubmitAsync($"{Here}/bid", [("Quote", quote ?? bid.Quote.Yuan.ToString(CultureInfo.InvariantCulture)), .. FactsOf(bid)]);
    }

    public void PassDeadline() => Site.Time.SetUtcNow(ChinaTime.At(Case.Tender.Deadline, new TimeOnly(10, pastDeadline++)));

    /// <summary>Both keys, and all are found qualified but those named.</summary>
    public async Task OpenAsync(params string[] unqualified)
    {
        PassDeadline();
        await PostAsync("xinhu-street", $"{Here}/key");
        await PostAsync("xinhu-clerk", $"{Here}/open");
        var clerk = await AsAsync("xinhu-clerk");
        var (action, fields) = Browsing.Filled(await clerk.ReadAsync($"{Here}/open"), $"{Here}/open", "main form[method=post]");
        List<KeyValuePair<string, string>> sent = [.. fields.Where(f => f.Key != "Reasons" && !(f.Key == "Qualified" && unqualified.Contains(f.Value))), .. fields.Where(f => f.Key == "Suppliers").Select(f => new KeyValuePair<string, string>("Reasons", unqualified.Contains(f.Value) ? "营业执照已过期" : string.Empty))];
        await DoneAsync(await clerk.PostAsync(action, new FormUrlEncodedContent(sent), TestContext.Current.CancellationToken));
    }

    public async Task NamePanelAsync()
    {
        var purchaser = await AsAsync("xinhu-street");
        var (action, fields) = Browsing.Filled(await purchaser.ReadAsync($"{Here}/panel"), $"{Here}/panel", "main form[method=post]");
        List<KeyValuePair<string, string>> sent = [.. fields.Where(f => f.Key is not ("Accounts" or "Experts"))];
        foreach (var (i, member) in Case.Tender.Members.Index())
        {
            sent.Add(new("Accounts", member.Id));
            if (member.Expert)
            {
                sent.Add(new("Experts", i.ToString(CultureInfo.InvariantCulture)));
            }
        }

        await DoneAsync(await purchaser.PostAsync(action, new FormUrlEncodedContent(sent), TestContext.Current.CancellationToken));
    }

    public async Task AnswerRecusalsAsync()
    {
        foreach (var member in Case.Tender.Members)
        {
            await PostAsync(member.Id, $"{Here}/recusal", ("Ground", "None"));
        }
    }

    /// <summary>Every member signs a sheet for each conforming bid; the sheet's own pages are tested elsewhere.</summary>
    public Task ScoreAsync() => Site.InDatabaseAsync(async db =>
    {
        var tender = await db.Tenders.Whole().SingleAsync(t => t.Id == TenderId, TestContext.Current.CancellationToken);
        foreach (var bid in tender.ConformingBids)
        {
            var faults = new List<Fault>();
            var template = walked.TemplateOf(walked.Plan.Value.Tender.Template);
            foreach (var member in new CaseScores(template).Assessors(Case.Tender.Bids.Single(b => b.Supplier.Code == bid.Content!.Supplier).Scores, Case.Tender.Members, "scores", faults))
            {
                var sheet = bid.Sheets.Single(s => s.Assessor == member.Id);
                foreach (var (item, judgement) in member.Judgements)
                {
                    sheet.Enter(item, judgement, sheet.SequenceOf(item), Site.Time.GetUtcNow());
                }

                sheet.ConfirmFacts(1);
                sheet.Sign(member.Judgements.Keys, 1, Site.Time.GetUtcNow());
            }

            Assert.Empty(faults);
        }

        db.Acting = new Act(Actor.Job("test"), Site.Time.GetUtcNow());
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    public async Task<HttpResponseMessage> TryAsync(string account, string url, params (string Field, string Value)[] typed) => await (await AsAsync(account)).SubmitAsync(url, typed);

    public async Task PostAsync(string account, string url, params (string Field, string Value)[] typed) => await DoneAsync(await TryAsync(account, url, typed));

    public async Task<IHtmlDocument> ReadAsync(string account, string url) => await (await AsAsync(account)).ReadAsync(url);

    public ValueTask DisposeAsync() => Site.DisposeAsync();

    /// <summary>What was sent was done: the answer leads on.</summary>
    public static async Task DoneAsync(HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            Assert.Fail($"{answer.StatusCode}: {(await Browsing.ParseAsync(answer)).QuerySelector("main")?.TextContent}");
        }
    }

    private async Task SettleAsync()
    {
        await Site.InDatabaseAsync(db =>
        {
            var file = walked.File;
            db.AddRange(
                new Party(Guid.CreateVersion7(), file.Project.Purchaser.Code, file.Project.Purchaser.Name, PartyKind.Purchaser),
                new Party(Guid.CreateVersion7(), "other-street", "另一街道办事处（虚构）", PartyKind.Purchaser),
                new Party(Guid.CreateVersion7(), file.Project.Finance.Code, file.Project.Finance.Name, PartyKind.FinanceBureau),
                new Party(Guid.CreateVersion7(), file.Project.EvaluationBody.Code, file.Project.EvaluationBody.Name, PartyKind.EvaluationBody));
            db.AddRange(file.Tender.Bids.Select(b => new Party(Guid.CreateVersion7(), b.Supplier.Code, b.Supplier.Name, PartyKind.Agency)));
            db.Acting = new Act(Actor.Job("test"), Site.Time.GetUtcNow());
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await Site.AddAccountAsync("xinhu-street", Role.Purchaser, "xinhu-street");
        await Site.AddAccountAsync("xinhu-clerk", Role.Purchaser, "xinhu-street");
        await Site.AddAccountAsync("other-street", Role.Purchaser, "other-street");
        await Site.AddAccountAsync("xinhu-finance", Role.FinanceReviewer, "xinhu-finance");
        await Site.AddAccountAsync("auditor", Role.Auditor);
        await Site.AddAccountAsync("administrator", Role.Administrator);
        foreach (var bid in Case.Tender.Bids)
        {
            await Site.AddAccountAsync(bid.Supplier.Code, Role.Agency, bid.Supplier.Code);
        }

        foreach (var member in Case.Tender.Members)
        {
            await Site.AddAccountAsync(member.Id, Role.Evaluator);
        }
    }

    // The fields of the form, from the facts as the case file writes them: a fact is a scalar in every factor of case 1.
    public static IEnumerable<(string Field, string Value)> FactsOf(CaseBid bid) => Flat(bid.Facts, "fact.").Where(f => f.Value.Length > 0);

    private static IEnumerable<(string Field, string Value)> Flat(JsonObject facts, string prefix) => facts.SelectMany(f => f.Value is JsonObject parts
        ? Flat(parts, $"{prefix}{f.Key}/")
        : [(prefix + f.Key, f.Value!.ToJsonString().Trim('"') is "false" ? string.Empty : f.Value!.ToJsonString().Trim('"'))]);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ProcurementEval.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
