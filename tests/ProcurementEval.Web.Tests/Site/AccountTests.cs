using System.Net;
using ProcurementEval.Web.Security;

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

        var answer = await client.GetAsync("/account/own", TestContext.Current.CancellationToken);
        var signedIn = await client.SubmitAsync(answer.Headers.Location!.PathAndQuery, ("Account", "auditor"), ("Password", TestSite.Password));

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
}
