using System.Net;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Every form about accounts: a hundred copies at once are recorded as one is.</summary>
public sealed class ParallelAccountTests : IAsyncLifetime
{
    private const string NewPassword = "another horse battery";
    private TestSite site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(new DateTimeOffset(2025, 3, 3, 1, 0, 0, TimeSpan.Zero));
        await site.AddAccountAsync("administrator", Role.Administrator);
        await site.AddAccountAsync("once", Role.Auditor);
        await site.AddAccountAsync("often", Role.Auditor);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Forms_OfAnAccountSentAHundredTimesAtOnce_HaveOneEffectEach()
    {
        var once = await LifeAsync("once", copies: 1);
        var often = await LifeAsync("often", copies: 100);

        Assert.All(once, step => Assert.True(step.Records > 0, step.Form));
        Assert.Equal(once, often);
    }

    // What each form leaves in the account's chain.
    private async Task<IReadOnlyList<(string Form, int Records)>> LifeAsync(string account, int copies)
    {
        var id = await site.InDatabaseAsync(db => Sample.AccountAsync(db, account));
        List<(string Form, int Records)> life = [];
        var (password, secret) = (TestSite.Password, string.Empty);

        await OwnAsync("SetUp");
        secret = await SecretAsync();
        await OwnAsync("SwitchOn", ("Code", Authenticator.SixDigits(secret)));
        await OwnAsync("NewCodes", ("OldPassword", password));
        await OwnAsync("SwitchOff", ("OldPassword", password));
        secret = string.Empty;
        await OwnAsync("EndSessions");
        await OwnAsync("Password", ("OldPassword", password), ("NewPassword", NewPassword));
        password = NewPassword;

        await AdministratorAsync("Disable");
        await AdministratorAsync("Enable");
        foreach (var attempt in Enumerable.Range(1, 5))
        {
            await site.Anonymous().SubmitAsync("/account/signin", ("Account", account), ("Password", $"wrong {attempt}"));
        }

        await AdministratorAsync("Unlock");
        await OwnAsync("SetUp");
        secret = await SecretAsync();
        await OwnAsync("SwitchOn", ("Code", Authenticator.SixDigits(secret)));
        await AdministratorAsync("TwoFactor");
        await AdministratorAsync("Reset");
        return life;

        async Task<HttpClient> SignedInAsync()
        {
            var client = site.Anonymous();
            var answer = await client.SubmitAsync("/account/signin", ("Account", account), ("Password", password));
            if (answer.Headers.Location!.OriginalString.StartsWith("/account/twofactor", StringComparison.OrdinalIgnoreCase))
            {
                answer = await client.SubmitAsync(answer.Headers.Location.OriginalString, ("Code", Authenticator.SixDigits(secret)));
            }

            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            return client;
        }

        async Task<string> SecretAsync() => (await (await SignedInAsync()).ReadAsync("/account/own")).QuerySelector("main .card code")!.TextContent.Replace(" ", string.Empty, StringComparison.Ordinal);

        async Task OwnAsync(string form, params (string Field, string Value)[] typed) =>
            await SentAsync(await SignedInAsync(), "/account/own", form, form == "NewCodes" ? "main form:has([formaction$=NewCodes])" : $"main form[action$='handler={form}']", typed);

        async Task AdministratorAsync(string form) =>
            await SentAsync(await site.SignedInAsync("administrator"), $"/accounts/{id}", form, $"#{form.ToLowerInvariant()}");

        async Task SentAsync(HttpClient client, string url, string form, string selector, params (string Field, string Value)[] typed)
        {
            var page = await client.ReadAsync(url);
            var before = await RecordsAsync();
            site.Copies = copies;
            var (action, fields) = Browsing.Filled(page, url, selector, typed);
            var answer = await client.PostAsync(page.QuerySelector($"{selector} [formaction$={form}]")?.GetAttribute("formaction") ?? action, new FormUrlEncodedContent(fields), Stop);
            site.Copies = 1;
            Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{form}: {(int)answer.StatusCode}");
            life.Add((form, await RecordsAsync() - before));
        }

        Task<int> RecordsAsync() => site.InDatabaseAsync(db => db.AuditRecords.CountAsync(r => r.ChainId == $"user:{id}" && r.Entity == "Users", Stop));
    }
}
