using System.Net;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Accounts, organisations, and an agency's own people.</summary>
public sealed class AdminPagesTests : IAsyncLifetime
{
    private const string NewPassword = "my own long password";
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero));
        await site.InDatabaseAsync(async db =>
        {
            db.Acting = new Act(Actor.Job("test"), site.Time.GetUtcNow());
            db.AddRange(new Party(Guid.CreateVersion7(), "mingde", "明德社工", PartyKind.Agency), new Party(Guid.CreateVersion7(), "anhe", "安和社工", PartyKind.Agency), new Party(Guid.CreateVersion7(), "street", "新湖街道", PartyKind.Purchaser));
            return await db.SaveChangesAsync();
        });
        await site.AddAccountAsync("administrator", Role.Administrator);
        await site.AddAccountAsync("mingde-head", Role.Agency, "mingde", manages: true);
        await site.AddAccountAsync("mingde-clerk", Role.Agency, "mingde");
        await site.AddAccountAsync("anhe-clerk", Role.Agency, "anhe");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Add_WithoutPassword_ShowsADrawnOneOnceThatMustBeReplaced()
    {
        var administrator = await site.SignedInAsync("administrator");

        var added = await administrator.SubmitAsync("/accounts/add", ("Account", "street-clerk"), ("Name", "王某"), ("Role", "Purchaser"), ("Party", "street"));
        var shown = await administrator.ReadAsync(added.Headers.Location!.OriginalString);
        var password = shown.QuerySelector("#drawn code")!.TextContent;
        var again = await administrator.ReadAsync(added.Headers.Location!.OriginalString);
        var clerk = site.Anonymous();
        await clerk.SubmitAsync("/account/signin", ("Account", "street-clerk"), ("Password", password));
        var home = await clerk.GetAsync("/", TestContext.Current.CancellationToken);
        var changed = await clerk.SubmitAsync("/account/own", ("OldPassword", password), ("NewPassword", NewPassword));
        var afterwards = await clerk.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Null(again.QuerySelector("#drawn"));
        Assert.Equal("/account/own", home.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, afterwards.StatusCode);
    }

    [Theory]
    [InlineData("Purchaser", "mingde")]
    [InlineData("Purchaser", "")]
    [InlineData("Auditor", "street")]
    public async Task Add_OrganisationOfAnotherKind_IsRefused(string role, string party)
    {
        var administrator = await site.SignedInAsync("administrator");

        var answer = await administrator.SubmitAsync("/accounts/add", ("Account", "somebody"), ("Name", "某人"), ("Role", role), ("Party", party));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Browsing.ParseAsync(answer)).QuerySelector("#Party_error, #Party-error"));
        Assert.False(await site.InDatabaseAsync(db => db.Users.AnyAsync(u => u.UserName == "somebody")));
    }

    [Fact]
    public async Task Add_NameTaken_IsAConflict()
    {
        var administrator = await site.SignedInAsync("administrator");

        var answer = await administrator.SubmitAsync("/accounts/add", ("Account", "MINGDE-clerk"), ("Name", "某人"), ("Role", "Auditor"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    // Of one's own nothing is recorded: nobody learnt anything.
    [Fact]
    public async Task Account_OfAnotherOpened_IsRecordedInItsChain()
    {
        var (own, other) = (await IdAsync("administrator"), await IdAsync("mingde-clerk"));
        var administrator = await site.SignedInAsync("administrator");

        await administrator.ReadAsync($"/accounts/{own}");
        await administrator.ReadAsync($"/accounts/{other}");

        var readings = await site.InDatabaseAsync(db => db.AccountReadings.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((other, "administrator"), (Assert.Single(readings).UserId, readings[0].ReadBy));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditRecords.CountAsync(r => r.ChainId == $"user:{other}" && r.Entity == "AccountReadings", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Add_NameTaken_LeavesNoPasswordToBeHandedOver()
    {
        var administrator = await site.SignedInAsync("administrator");
        await administrator.SubmitAsync("/accounts/add", ("Account", "anhe-clerk"), ("Name", "王某"), ("Role", "Agency"), ("Party", "anhe"));

        var other = await administrator.ReadAsync($"/accounts/{await IdAsync("mingde-clerk")}");

        Assert.Null(other.QuerySelector("#drawn"));
    }

    [Fact]
    public async Task Disable_RightPassword_IsAnsweredLikeAWrongOne()
    {
        var administrator = await site.SignedInAsync("administrator");
        var url = $"/accounts/{await IdAsync("anhe-clerk")}";
        await administrator.SubmitAsync(await administrator.ReadAsync(url), url, "#disable");

        var answer = await site.Anonymous("en").SubmitAsync("/account/signin", ("Account", "anhe-clerk"), ("Password", TestSite.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Account or password is wrong", (await Browsing.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disable_EndsSessionsAtOnce()
    {
        var (administrator, clerk) = (await site.SignedInAsync("administrator"), await site.SignedInAsync("anhe-clerk"));
        var url = $"/accounts/{await IdAsync("anhe-clerk")}";

        var done = await administrator.SubmitAsync(await administrator.ReadAsync(url), url, "#disable");
        var refused = await clerk.GetAsync("/account/own", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.StartsWith("/account/signin", refused.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull((await administrator.ReadAsync(url)).QuerySelector("#enable"));
    }

    [Fact]
    public async Task Reset_OldPasswordAndSessionsEnd()
    {
        var (administrator, clerk) = (await site.SignedInAsync("administrator"), await site.SignedInAsync("anhe-clerk"));
        var url = $"/accounts/{await IdAsync("anhe-clerk")}";

        await administrator.SubmitAsync(await administrator.ReadAsync(url), url, "#reset");
        var password = (await administrator.ReadAsync(url)).QuerySelector("#drawn code")!.TextContent;

        Assert.Equal(HttpStatusCode.Found, (await clerk.GetAsync("/account/own", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Anonymous().SubmitAsync("/account/signin", ("Account", "anhe-clerk"), ("Password", TestSite.Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Anonymous().SubmitAsync("/account/signin", ("Account", "anhe-clerk"), ("Password", password))).StatusCode);
    }

    [Fact]
    public async Task Own_Account_CannotBeDisabled()
    {
        var administrator = await site.SignedInAsync("administrator");
        var url = $"/accounts/{await IdAsync("administrator")}";
        var other = $"/accounts/{await IdAsync("anhe-clerk")}";
        var (_, fields) = Browsing.Filled(await administrator.ReadAsync(other), other, "#disable");

        var answer = await administrator.PostAsync($"{url}?handler=Disable", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetAsync("/accounts", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task People_AgencysAdministrator_SeesHisOwnAgencyOnly()
    {
        var head = await site.SignedInAsync("mingde-head");

        var accounts = (await head.ReadAsync("/people")).QuerySelectorAll("#accounts tbody a").Select(a => a.TextContent);

        Assert.Equal(["mingde-clerk", "mingde-head"], accounts);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/people/{await IdAsync("anhe-clerk")}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync("/accounts", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task People_AddWithMoreThanTheForm_StaysAnOrdinaryAccountOfTheAgency()
    {
        var head = await site.SignedInAsync("mingde-head");
        var (_, fields) = Browsing.Filled(await head.ReadAsync("/people/add"), "/people/add", "main form[method=post]", ("Account", "newcomer"), ("Name", "新人"), ("Password", NewPassword));
        var more = fields.Concat([new("Role", "Administrator"), new("Party", "anhe"), new("ManagesParty", "true")]);

        await head.PostAsync("/people/add", new FormUrlEncodedContent(more), TestContext.Current.CancellationToken);

        var (role, party, manages) = await site.InDatabaseAsync(async db => await db.Users.Where(u => u.UserName == "newcomer")
            .Select(u => new ValueTuple<Role, string, bool>(u.Role, db.Parties.Single(p => p.Id == u.PartyId).Code, u.ManagesParty)).SingleAsync());
        Assert.Equal((Role.Agency, "mingde", false), (role, party, manages));
    }

    [Fact]
    public async Task People_OrdinaryAccount_HasNoSuchPage()
    {
        var clerk = await site.SignedInAsync("mingde-clerk");

        foreach (var url in (string[])["/people", "/people/add", $"/people/{await IdAsync("mingde-head")}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task Parties_Added_StandsInTheListAndItsCodeIsTaken()
    {
        var administrator = await site.SignedInAsync("administrator");

        var added = await administrator.SubmitAsync("/parties/add", ("Code", "hengping"), ("Name", "衡平评估"), ("Kind", "EvaluationBody"));
        var again = await administrator.SubmitAsync("/parties/add", ("Code", "hengping"), ("Name", "另一家"), ("Kind", "Agency"));

        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("衡平评估", (await administrator.ReadAsync("/parties")).QuerySelector("#parties")!.TextContent, StringComparison.Ordinal);
    }

    private Task<Guid> IdAsync(string account) => site.InDatabaseAsync(db => db.Users.Where(u => u.UserName == account).Select(u => u.Id).SingleAsync());
}
