using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Hosting;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Tests.Data;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The whole site over real HTTP on loopback and a database of its own; only the clock is fake.</summary>
public sealed class TestSite : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private readonly TestDatabase database = new();
    private readonly List<HttpClient> clients = [];
    private WebApplication site = null!;

    private TestSite(DateTimeOffset now) => Time = new FakeTimeProvider(now);

    public FakeTimeProvider Time { get; }

    public Uri Address { get; private set; } = null!;

    internal SiteSettings Settings { get; private set; } = null!;

    /// <summary>So many copies of every form are sent, all at once; the answer is the first that leads on, or else the first.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>What the site is made of.</summary>
    public IServiceProvider Services => site.Services;

    /// <summary>Starts a site on an empty database, which goes with it.</summary>
    public static Task<TestSite> StartAsync(DateTimeOffset now, Action<IServiceCollection>? adjust = null, int signInsPerMinute = 10_000) => new TestSite(now).StartedAsync(adjust, signInsPerMinute);

    /// <summary>Starts another site on a copy of this one's data, at the same instant.</summary>
    public async Task<TestSite> CopyAsync()
    {
        var copy = new TestSite(Time.GetUtcNow());
        database.CopyTo(copy.database);
        foreach (var file in Directory.EnumerateFiles(Settings.FilesFolder, "*", SearchOption.AllDirectories).Append(Settings.KeyFile))
        {
            var target = Path.Combine(copy.database.Folder, Path.GetRelativePath(Settings.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return await copy.StartedAsync(adjust: null, signInsPerMinute: 10_000);
    }

    private async Task<TestSite> StartedAsync(Action<IServiceCollection>? adjust, int signInsPerMinute)
    {
        Settings = new SiteSettings("http://127.0.0.1:0", database.Folder, TestDatabase.Provider, database.Connection, Demo: false) { SignInsPerMinute = signInsPerMinute };
        await database.ReadyAsync();
        await DataFolder.PrepareAsync(Settings);
        site = Hosting.Site.Build(Settings, services =>
        {
            services.AddLogging(l => l.ClearProviders());
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));

            // The framework's hashes are kept, with fewer rounds.
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            adjust?.Invoke(services);
        });
        await site.StartAsync();
        Address = new Uri(site.Urls.Single());
        return this;
    }

    public async Task<T> InDatabaseAsync<T>(Func<AppDbContext, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    /// <summary>Adds an account; its organisation is named by its code.</summary>
    public async Task AddAccountAsync(string account, Role role, string? party = null, bool manages = false)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Acting = new Act(Actor.Job("test"), Time.Instant());
        var partyId = party is null ? (Guid?)null : await db.Parties.Where(p => p.Code == party).Select(p => p.Id).SingleAsync();
        var user = new User { Id = Guid.CreateVersion7(), UserName = account, Name = $"姓名-{account}", Role = role, PartyId = partyId, ManagesParty = manages };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(e => e.Description)));
    }

    /// <summary>A browser that has not signed in.</summary>
    public HttpClient Anonymous(string language = "zh-CN")
    {
        // Each has its own handler, which the client disposes of.
        var client = new HttpClient(new Copier(this) { InnerHandler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false } }) { BaseAddress = Address };
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        clients.Add(client);
        return client;
    }

    /// <summary>A browser that has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(string account, string language = "zh-CN")
    {
        var client = Anonymous(language);
        var answer = await client.SubmitAsync("/account/signin", ("Account", account), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(c => c.Dispose());
        await site.DisposeAsync();
        database.Dispose();
    }

    private sealed class Copier(TestSite site) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (site.Copies == 1 || request.Method != HttpMethod.Post || request.RequestUri!.AbsolutePath == "/account/signin")
            {
                return await base.SendAsync(request, cancellationToken);
            }

            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            var answers = await Task.WhenAll(Enumerable.Range(0, site.Copies).Select(_ => base.SendAsync(CopyOf(request, body), cancellationToken)));
            var first = answers.FirstOrDefault(a => a.StatusCode == HttpStatusCode.Found) ?? answers[0];
            Array.ForEach([.. answers.Where(a => a != first)], a => a.Dispose());
            return first;
        }

        private static HttpRequestMessage CopyOf(HttpRequestMessage request, byte[] body)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
            copy.Content.Headers.ContentType = request.Content!.Headers.ContentType;
            foreach (var (name, values) in request.Headers)
            {
                copy.Headers.Add(name, values);
            }

            return copy;
        }
    }
}

/// <summary>What a person does in a browser.</summary>
internal static class Browsing
{
    /// <summary>Reads a page.</summary>
    public static async Task<IHtmlDocument> ReadAsync(this HttpClient client, string url) => await ParseAsync(await client.GetAsync(url, TestContext.Current.CancellationToken));

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await new HtmlParser(new HtmlParserOptions(), BrowsingContext.New()).ParseDocumentAsync(html);
    }

    /// <summary>Opens a page, fills its (first, or named) form and sends it as a browser would, hidden fields included.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string url, params (string Field, string Value)[] typed) => await client.SubmitAsync(await client.ReadAsync(url), url, "main form[method=post]", typed);

    public static Task<HttpResponseMessage> SubmitAsync(this HttpClient client, IHtmlDocument page, string url, string form, params (string Field, string Value)[] typed)
    {
        var (action, fields) = Filled(page, url, form, typed);
        return client.PostAsync(action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    /// <summary>What a form would send.</summary>
    public static (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) Filled(IHtmlDocument page, string url, string form, params (string Field, string Value)[] typed)
    {
        var chosen = page.QuerySelector(form) as IHtmlFormElement ?? throw new InvalidOperationException($"{url} has no form {form}: {page.Title} {page.QuerySelector("main")?.TextContent.Trim()}");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in chosen.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { IsDisabled: true } or IHtmlInputElement { Type: "submit" or "file" or "button" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name } input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    fields.Add(new(name, select.Value ?? string.Empty));
                    break;
            }
        }

        foreach (var (field, value) in typed)
        {
            if (!chosen.Elements.Any(e => e.GetAttribute("name") == field))
            {
                throw new InvalidOperationException($"The form of {url} has no field {field}.");
            }

            fields.RemoveAll(f => f.Key == field);
            fields.Add(new(field, value));
        }

        return (chosen.GetAttribute("action") is { Length: > 0 } action ? action : url, fields);
    }
}
