using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Signing in and out, and one's own account.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private TestSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero));
        await site.AddAccountAsync("auditor", Role.Auditor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task SignIn_RightPassword_LeadsToTheFirstPage()
    {
        var client = await site.SignedInAsync("auditor");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("auditor", "wrong password")]
    [InlineData("nobody", TestSite.Password)]
    [InlineData("", "")]
    public async Task SignIn_WrongNameOrPassword_IsAnsweredAlike(string account, string password)
    {
        var answer = await site.Anonymous("en").SubmitAsync("/account/signin", ("Account", account), ("Password", password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Account or password is wrong", (await Browsing.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksTheAccount()
    {
        var client = site.Anonymous("en");
        foreach (var attempt in Enumerable.Range(1, 5))
        {
            await client.SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", $"wrong {attempt}"));
        }

        var answer = await client.SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", TestSite.Password));

        Assert.Contains("locked", (await Browsing.ParseAsync(answer)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_NotSignedIn_LeadsToSignInAndBack()
    {
        var client = site.Anonymous();

        client.DefaultRequestHeaders.Host = "elsewhere.example";
        var answer = await client.GetAsync("/account/own", TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Host = null;
        var signedIn = await client.SubmitAsync(answer.Headers.Location!.OriginalString, ("Account", "auditor"), ("Password", TestSite.Password));

        Assert.StartsWith("/account/signin?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/account/own", signedIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSession()
    {
        var (here, there) = (await site.SignedInAsync("auditor"), await site.SignedInAsync("auditor"));

        var changed = await here.SubmitAsync("/account/own", ("OldPassword", TestSite.Password), ("NewPassword", "another horse battery"));

        Assert.Equal(HttpStatusCode.Found, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/own", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await there.GetAsync("/account/own", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(TestSite.Password)] // the one that was replaced
    [InlineData("1111111111")]
    [InlineData("ababababab")]
    public async Task Password_TheSameOrOfFewCharacters_IsRefused(string password)
    {
        var client = await site.SignedInAsync("auditor");

        var answer = await client.SubmitAsync("/account/own", ("OldPassword", TestSite.Password), ("NewPassword", password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await site.SignedInAsync("auditor");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("123 456")]
    public async Task TwoFactor_NoCodeOrAWrongOne_IsAskedForAgain(string code)
    {
        await site.InDatabaseAsync(async db =>
        {
            db.Acting = new Act(Actor.Job("test"), site.Time.GetUtcNow());
            (await db.Users.SingleAsync(TestContext.Current.CancellationToken)).TwoFactorEnabled = true;
            db.Add(new IdentityUserToken<Guid> { UserId = await db.Users.Select(u => u.Id).SingleAsync(TestContext.Current.CancellationToken), LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP" });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var client = site.Anonymous();
        await client.SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", TestSite.Password));

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SubmitAsync("/account/twofactor", ("Code", code))).StatusCode);
    }

    [Fact]
    public async Task Form_SignInEndedMeanwhile_ShowsWhatWasTypedButNoPassword()
    {
        using var late = Late(("OldPassword", "my old secret"), ("Note", "as typed"));

        var kept = (await Browsing.ParseAsync(await site.Anonymous().SendAsync(late, TestContext.Current.CancellationToken))).QuerySelector("main")!.TextContent;

        Assert.Contains("as typed", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("my old secret", kept, StringComparison.Ordinal);
    }

    // A form with a value that no form can hold, and one with more fields than are read.
    [Theory]
    [InlineData(1, "\0")]
    [InlineData(1100, "a")]
    public async Task Form_SignInEndedMeanwhileAndUnreadable_IsToldSo(int fields, string value)
    {
        using var late = Late([.. Enumerable.Range(0, fields).Select(i => ($"field{i}", value))]);

        var answer = await site.Anonymous("en").SendAsync(late, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("nothing was submitted", (await Browsing.ParseAsync(answer)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    // A page of another site could hold a form of its own making out as one that was kept.
    [Fact]
    public async Task KeptForm_OfAnotherSite_IsNotCarriedPastTheSignIn()
    {
        using var foreign = new FormUrlEncodedContent([new("Account", "auditor"), new("Password", TestSite.Password), new("Target", "/account/own?handler=EndSessions"), new("kept.Note", "foreign")]);

        var answer = await site.Anonymous().PostAsync("/account/kept", foreign, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Found, SignInCookie.SignIn), (answer.StatusCode, answer.Headers.Location!.OriginalString.ToLowerInvariant()));
        Assert.DoesNotContain(answer.Headers, h => h.Key == "Set-Cookie" && h.Value.Any(v => v.StartsWith("session=", StringComparison.Ordinal)));
    }

    // What was typed goes through the sign-in and arrives.
    [Fact]
    public async Task Form_SignInEndedMeanwhile_IsKeptAndSentAfterwards()
    {
        var client = await site.SignedInAsync("auditor");
        var page = await client.ReadAsync("/account/own");
        var (_, fields) = Browsing.Filled(page, "/account/own", "main form[method=post]", ("OldPassword", TestSite.Password), ("NewPassword", "kept through the night"));
        var stranger = site.Anonymous();
        using var late = new HttpRequestMessage(HttpMethod.Post, "/account/own?handler=Password") { Content = new FormUrlEncodedContent(fields) };
        late.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));

        var expired = await stranger.SendAsync(late, TestContext.Current.CancellationToken);
        var kept = await Browsing.ParseAsync(expired);
        var back = await Browsing.ParseAsync(await stranger.SubmitAsync(kept, "/account/kept", "main form[method=post]", ("Account", "auditor"), ("Password", TestSite.Password)));
        var sent = await stranger.SubmitAsync(back, "/account/own", "main form[method=post]");

        Assert.Equal(HttpStatusCode.Unauthorized, expired.StatusCode);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Anonymous().SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", TestSite.Password))).StatusCode);
    }

    // A page that is only read writes nothing: the secret comes with the button.
    [Fact]
    public async Task OwnAccount_Opened_WritesNothing()
    {
        var client = await site.SignedInAsync("auditor");
        var before = await site.InDatabaseAsync(db => db.AuditRecords.CountAsync(TestContext.Current.CancellationToken));

        var page = await client.ReadAsync("/account/own");

        Assert.Null(page.QuerySelector("main img"));
        Assert.Equal(before, await site.InDatabaseAsync(db => db.AuditRecords.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task TwoFactor_SwitchedOn_IsAskedForWhenSigningIn()
    {
        var client = await site.SignedInAsync("auditor");
        await client.SubmitAsync(await client.ReadAsync("/account/own"), "/account/own", "main form[action$='handler=SetUp']");
        var page = await client.ReadAsync("/account/own");
        var secret = page.QuerySelector("main .card code")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal);
        var wrong = await client.SubmitAsync(page, "/account/own", "main form[action$='handler=SwitchOn']", ("Code", Authenticator.SixDigits(secret, -100)));
        await client.SubmitAsync(page, "/account/own", "main form[action$='handler=SwitchOn']", ("Code", Authenticator.SixDigits(secret)));
        var (on, again) = (await client.ReadAsync("/account/own"), await client.ReadAsync("/account/own"));

        var later = site.Anonymous();
        var first = await later.SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", TestSite.Password));
        var halfway = await later.GetAsync("/", TestContext.Current.CancellationToken);
        var second = await later.SubmitAsync(first.Headers.Location!.OriginalString, ("Code", Authenticator.SixDigits(secret)));

        var code = on.QuerySelector("main ul.font-monospace li")!.TextContent.Trim();
        var lost = site.Anonymous();
        var asked = await lost.SubmitAsync("/account/signin", ("Account", "auditor"), ("Password", TestSite.Password));
        var recovered = await lost.SubmitAsync(asked.Headers.Location!.OriginalString, ("Code", $" {code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()}"));

        Assert.Equal("/", recovered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(10, on.QuerySelectorAll("main ul.font-monospace li").Length);
        Assert.Empty(again.QuerySelectorAll("main ul.font-monospace li"));
        Assert.StartsWith("/account/twofactor", first.Headers.Location!.OriginalString, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Found, halfway.StatusCode);
        Assert.Equal("/", second.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await later.GetAsync("/", TestContext.Current.CancellationToken)).StatusCode);
    }

    // A form of the site itself that arrives without a sign-in.
    private HttpRequestMessage Late(params (string Field, string Value)[] typed)
    {
        var late = new HttpRequestMessage(HttpMethod.Post, "/account/own?handler=Password") { Content = new FormUrlEncodedContent(typed.Select(t => KeyValuePair.Create(t.Field, t.Value))) };
        late.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        return late;
    }
}
