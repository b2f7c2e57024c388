using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Storage;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>What is refused and what is hidden around evaluations, on the demonstration: HP2024's mid-term is open and evaluator-c has not answered on recusal; YL2024's results are published.</summary>
public sealed class EvaluationPagesTests(EvaluationPagesTests.World world) : IClassFixture<EvaluationPagesTests.World>
{
    private readonly TestSite site = world.Site;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evaluator-c", false, false)] // has not answered
    [InlineData("evaluator-a", true, false)] // sits
    [InlineData("mingheng", true, true)] // leads
    [InlineData("tongxin", true, true)] // the agency itself
    public async Task Evidence_IsReadByAssessorsAfterTheirAnswerAndOfTheServiceOnly(string account, bool service, bool invoice)
    {
        var client = await site.SignedInAsync(account);
        var list = (await client.ReadAsync($"/contracts/{world.Contract}/evidence")).QuerySelector("main")!.TextContent;

        foreach (var (id, name, seen) in new[] { (world.Service, "service.txt", service), (world.Invoice, "invoice.txt", invoice) })
        {
            Assert.Equal(seen, list.Contains(name, StringComparison.Ordinal));
            Assert.Equal(seen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync($"/evidence/{id}", Stop)).StatusCode);
        }
    }

    [Theory]
    [InlineData("tongxin", false)]
    [InlineData("lanjiang", false)]
    [InlineData("evaluator-a", false)]
    [InlineData("mingheng", true)]
    public async Task Show_RoundOpen_NamesItsAssessorsToTheLeaderOnly(string account, bool named)
    {
        var page = (await (await site.SignedInAsync(account)).ReadAsync($"/evaluations/{world.Open}")).QuerySelector("main")!.TextContent;

        // As the site calls the account "evaluator-b" of its tests.
        Assert.Equal(named, page.Contains("姓名-evaluator-b", StringComparison.Ordinal));
    }

    // Three of the one class of raters must sign.
    [Theory]
    [InlineData("", 3)]
    [InlineData("?lines=8", 8)]
    [InlineData("?lines=0", 3)]
    [InlineData("?lines=many", 3)]
    public async Task Organise_HasTheUsualLinesOrThoseAskedFor(string query, int lines)
    {
        var id = await site.InDatabaseAsync(db => Sample.ContractAsync(db, "DT2024"));
        var page = await (await site.SignedInAsync("mingheng")).ReadAsync($"/contracts/{id}/evaluations{query}");

        Assert.Equal(lines, page.QuerySelectorAll("[id^=assessor-]").Length);
        Assert.Equal(lines, page.QuerySelectorAll("[name=Experts]").Length);
        Assert.NotNull(page.QuerySelector($"a[href='/contracts/{id}/evaluations?lines={lines + 4}&kind=mid-term']"));
    }

    // For one who recused himself; HP2024's mid-term has had no published result, so that the final cannot begin.
    [Fact]
    public async Task Leader_WhileSheetsAreFilled_AddsAnAssessorButOpensNoOtherEvaluation()
    {
        var leader = await site.SignedInAsync("mingheng");

        var added = await leader.SubmitAsync($"/evaluations/{world.Open}/assessors", ("Accounts", "panel-2"));
        var organise = await leader.ReadAsync($"/contracts/{world.Contract}/evaluations");

        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Contains("panel-2", await site.InDatabaseAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == world.Open, Stop)).Assignments.Select(a => a.Assessor).ToArray()));
        Assert.Null(organise.QuerySelector("main form[method=post]"));
        Assert.NotNull((await (await site.SignedInAsync("panel-2")).ReadAsync("/")).QuerySelector($"a[href='/evaluations/{world.Open}/recusal']"));
    }

    // The whole form, as it is sent without a script: whoever has mistyped two items learns of both.
    [Fact]
    public async Task Sheet_SeveralItemsWrong_TellsEachAndKeepsWhatWasTyped()
    {
        var sheet = $"/sheets/{await site.InDatabaseAsync(db => Sample.SheetAsync(db, "HP2024", "evaluator-a"))}";
        var assessor = await site.SignedInAsync("evaluator-a");
        var page = await assessor.ReadAsync(sheet);
        string[] wrong = [.. page.QuerySelectorAll("input[name^='points.']:not([type=radio])").Select(i => i.GetAttribute("name")!).Take(2)];

        var answer = await assessor.SubmitAsync(page, sheet, "main form[method=post]", (wrong[0], "1000"), (wrong[1], "many"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await Browsing.ParseAsync(answer);
        Assert.Equal(wrong.Length, again.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal(["1000", "many"], wrong.Select(w => again.QuerySelector($"[name='{w}']")!.GetAttribute("value")));
    }

    [Fact]
    public async Task Finding_DueInThePast_SaysSo()
    {
        var leader = await site.SignedInAsync("zhengdu");
        var page = await leader.ReadAsync($"/evaluations/{world.Published}/findings");
        var indicator = page.QuerySelector("select[name=Indicator] option:not([value=''])")!.GetAttribute("value")!;

        var answer = await leader.SubmitAsync(page, $"/evaluations/{world.Published}/findings", "main form[method=post]", ("Indicator", indicator), ("Text", "档案缺页。"), ("DueOn", "2025-03-01"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("2025年3月1日 已经过去", (await Browsing.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // The calendar ends with 2026: nobody knows the holidays of the year after, and nothing is guessed.
    [Fact]
    public async Task Steps_BehindTheEndOfTheCalendar_AreRefusedWithTheReason()
    {
        await using var late = await DemoSite.StartAsync();
        var (published, open) = await late.InDatabaseAsync(async db =>
        {
            var published = await db.Evaluations.SingleAsync(e => e.Id == world.Published, Stop);
            db.Entry(published).Property(e => e.ObjectionsUntil).CurrentValue = new DateOnly(2027, 1, 31);
            db.Acting = new Act(Actor.Job("test"), late.Time.GetUtcNow());
            await db.SaveChangesAsync(Stop);
            return (published.Id, await Sample.EvaluationAsync(db, "HP2024"));
        });
        late.Time.SetUtcNow(new DateTimeOffset(2027, 1, 4, 2, 0, 0, TimeSpan.Zero));
        var (agency, leader) = (await late.SignedInAsync("ruilin"), await late.SignedInAsync("mingheng"));

        var page = await agency.ReadAsync($"/evaluations/{published}/objection");
        var objected = await agency.SubmitAsync(page, $"/evaluations/{published}/objection", "main form[method=post]", ("Reason", "第三项漏计。"));
        var publishing = await leader.SubmitAsync($"/evaluations/{open}/publish");

        Assert.Contains("没有 2027-01-04 所在年份的节假日", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (objected.StatusCode, publishing.StatusCode));
        Assert.Contains("第三项漏计。", (await Browsing.ParseAsync(objected)).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The demonstration, with a service record's file and an invoice on HP2024.</summary>
    public sealed class World : IAsyncLifetime
    {
        public TestSite Site { get; private set; } = null!;

        public Guid Contract { get; private set; }

        public Guid Open { get; private set; }

        public Guid Published { get; private set; }

        public Guid Service { get; } = Guid.CreateVersion7();

        public Guid Invoice { get; } = Guid.CreateVersion7();

        public async ValueTask InitializeAsync()
        {
            Site = await DemoSite.StartAsync();
            await Site.InDatabaseAsync(async db =>
            {
                (Contract, Open, Published) = (await Sample.ContractAsync(db, "HP2024"), await Sample.EvaluationAsync(db, "HP2024"), await Sample.EvaluationAsync(db, "YL2024"));
                db.Acting = new Act(Actor.Person("tongxin"), Site.Time.GetUtcNow());
                db.Add(await UploadAsync(Service, Contract, EvidenceKind.Deliverable, "service.txt", db.Acting));
                db.Add(await UploadAsync(Invoice, await Sample.InstalmentAsync(db, "HP2024", 1), EvidenceKind.Invoice, "invoice.txt", db.Acting));
                return await db.SaveChangesAsync();
            });
        }

        private async Task<Evidence> UploadAsync(Guid id, Guid about, EvidenceKind kind, string name, Act act)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(name.ToUpper(CultureInfo.InvariantCulture)));
            return Evidence.Upload(id, new EvidenceSubject(Contract, about, kind, null), await Site.Services.GetRequiredService<Uploads>().TakeAsync(name, content, 1000, default), null, act.At, act.By);
        }

        public ValueTask DisposeAsync() => Site?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
