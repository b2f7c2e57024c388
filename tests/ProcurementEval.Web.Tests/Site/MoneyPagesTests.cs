using System.Net;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Funding;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The first instalment of case 3: 6,929,000.00 × 30 % = 2,078,700.00, due for claim since the signature on 2024-08-16.</summary>
public sealed class MoneyPagesTests : IAsyncLifetime
{
    private const string Sum = "2078700.00";
    private TestSite site = null!;
    private Guid id;

    public async ValueTask InitializeAsync()
    {
        site = await Longhua.StartAsync(until: "2024-08-16", today: "2024-08-20");
        id = (await FirstAsync()).Id;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    // 2024-08-20 + 30 days = 2024-09-19, a Thursday after the Mid-Autumn holiday (15–17 September).
    [Theory]
    [InlineData(Sum, "2024-08-20")]
    [InlineData("２，０７８，７００．００", "2024年8月20日")]
    [InlineData("207.87万元", "2024/8/20")]
    public async Task Claim_OfThePayableSum_StartsTheClock(string amount, string received)
    {
        var answer = await ClaimAsync(amount: amount, received: received);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var instalment = await FirstAsync();
        Assert.Equal((InstalmentStage.Claimed, 2_078_700.00m, new DateOnly(2024, 9, 19)), (instalment.Stage, instalment.Invoice!.Amount.Yuan, instalment.DueOn!.Value));
    }

    [Fact]
    public async Task Instalment_EachByItsRole_IsPaid()
    {
        await ClaimAsync();
        foreach (var (account, step) in new[] { (Longhua.Purchaser, "confirm"), (Longhua.Finance, "approve"), (Longhua.Finance, "pay") })
        {
            Assert.Equal(HttpStatusCode.Found, (await (await site.SignedInAsync(account)).SubmitAsync(Url(step))).StatusCode);
        }

        var instalment = await FirstAsync();
        Assert.Equal((InstalmentStage.Paid, 2_078_700.00m, new DateOnly(2024, 8, 20)), (instalment.Stage, instalment.Paid.Yuan, instalment.PaidOn!.Value));
    }

    [Fact]
    public async Task Claim_OfAnotherSum_IsRefusedAndKeepsWhatWasTyped()
    {
        var answer = await ClaimAsync(amount: "2078700.01");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("FP-1", (await Browsing.ParseAsync(answer)).QuerySelector("[name=Number]")!.GetAttribute("value"));
        Assert.Equal((InstalmentStage.Due, null), ((await FirstAsync()).Stage, (await FirstAsync()).Invoice));
    }

    // The contract was signed on 2024-08-16 and today is 2024-08-20.
    [Theory]
    [InlineData("2024-08-15")]
    [InlineData("2024-08-21")]
    [InlineData("2024-02-30")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task Claim_ReceivedOutsideOrUnreadable_IsAFieldError(string received)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await ClaimAsync(received: received)).StatusCode);
        Assert.Equal(InstalmentStage.Due, (await FirstAsync()).Stage);
    }

    [Theory]
    [InlineData("FP\u202E1", HttpStatusCode.BadRequest)]
    [InlineData("FP\u00001", HttpStatusCode.BadRequest)]
    [InlineData(" ", HttpStatusCode.BadRequest)]
    [InlineData("发票👵1", HttpStatusCode.Found)]
    public async Task Claim_UnusualNumber_IsReadOrRefused(string number, HttpStatusCode expected) => Assert.Equal(expected, (await ClaimAsync(number)).StatusCode);

    [Fact]
    public async Task Claim_NumberOfTenThousandCharacters_IsAFieldError() => Assert.Equal(HttpStatusCode.BadRequest, (await ClaimAsync(new string('9', 10_000))).StatusCode);

    [Theory]
    [InlineData(Longhua.Purchaser, "claim", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Agency, "confirm", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Purchaser, "approve", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Purchaser, "pay", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Agency, "return", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.OtherAgency, "claim", HttpStatusCode.NotFound)]
    [InlineData(Longhua.OtherPurchaser, "confirm", HttpStatusCode.NotFound)]
    [InlineData(Longhua.OtherPurchaser, "return", HttpStatusCode.NotFound)]
    [InlineData(Longhua.Purchaser, "confirm", HttpStatusCode.OK)]
    [InlineData(Longhua.Finance, "return", HttpStatusCode.OK)]
    public async Task Page_OfAnother_IsForbiddenOrNotThere(string account, string step, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await site.SignedInAsync(account)).GetAsync(Url(step), TestContext.Current.CancellationToken)).StatusCode);

    [Theory]
    [InlineData(Longhua.Purchaser, "confirm")]
    [InlineData(Longhua.Finance, "approve")]
    [InlineData(Longhua.Finance, "pay")]
    public async Task Step_BeforeItsStage_IsRefused(string account, string step)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await site.SignedInAsync(account)).SubmitAsync(Url(step))).StatusCode);
        Assert.Equal(InstalmentStage.Due, (await FirstAsync()).Stage);
    }

    [Fact]
    public async Task Claim_SentTenTimesAtOnce_HasOneEffect()
    {
        var client = await site.SignedInAsync(Longhua.Agency);
        var page = await client.ReadAsync(Url("claim"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.SubmitAsync(page, Url("claim"), "main form[method=post]", ("Number", "FP-1"), ("Amount", Sum), ("ReceivedOn", "2024-08-20"))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Found);
        Assert.Equal(9, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.Transitions.CountAsync(t => t.SubjectId == id && t.Trigger == "Claim", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Return_ByFinanceWithAReason_LetsTheAgencyClaimAgain()
    {
        await ClaimAsync();
        var finance = await site.SignedInAsync(Longhua.Finance);
        Assert.Equal(HttpStatusCode.BadRequest, (await finance.SubmitAsync(Url("return"), ("Why", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await finance.SubmitAsync(Url("return"), ("Why", "发票抬头有误"))).StatusCode);

        var page = await (await site.SignedInAsync(Longhua.Agency)).ReadAsync(Url("claim"));

        Assert.Contains("发票抬头有误", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await ClaimAsync("FP-2")).StatusCode);
    }

    private string Url(string step) => $"/instalments/{id}/{step}";

    private async Task<HttpResponseMessage> ClaimAsync(string number = "FP-1", string amount = Sum, string received = "2024-08-20") =>
        await (await site.SignedInAsync(Longhua.Agency)).SubmitAsync(Url("claim"), ("Number", number), ("Amount", amount), ("ReceivedOn", received));

    private Task<Instalment> FirstAsync() => site.InDatabaseAsync(db => db.Instalments.AsNoTracking().SingleAsync(i => i.Ordinal == 1, TestContext.Current.CancellationToken));
}
