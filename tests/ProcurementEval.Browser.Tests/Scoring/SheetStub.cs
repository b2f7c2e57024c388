using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>A server for one sheet that keeps to the contract, on a free port of loopback, and that can be told to fail.</summary>
internal sealed class SheetStub : IAsyncDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private readonly WebApplication app;

    private SheetStub(WebApplication app) => this.app = app;

    public StubSheet Sheet { get; } = new();

    public Uri Address => new(app.Urls.Single());

    /// <summary>What a save answers before it is looked at: a status, -1 to drop the connection after saving, 0 to serve it.</summary>
    public int Failure { get; set; }

    /// <summary>Changes with a new start of the server; pages from before hold an older one.</summary>
    public int TokenAge { get; set; }

    /// <summary>Sign-ins that the server no longer honours.</summary>
    public bool Expired { get; set; }

    public bool Signed { get; private set; }

    public StubItem this[string code] => Sheet.Items.Single(i => i.Code == code);

    public static async Task<SheetStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var stub = new SheetStub(builder.Build());
        stub.Map();
        await stub.app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")), ContentTypeProvider = new FileExtensionContentTypeProvider() });
        app.MapGet("/", (HttpContext context) => Html(StubPage.Home(User(context))));
        app.MapGet("/sign-in", (HttpContext context, string? user, string? returnUrl) =>
        {
            if (user is null)
            {
                return Html(StubPage.Page(string.Empty, "<h1>登录</h1>"));
            }

            Expired = false;
            context.Response.Cookies.Append("user", user);
            return Results.Redirect(returnUrl ?? "/");
        });
        app.MapPost("/sign-out", (HttpContext context) =>
        {
            context.Response.Cookies.Delete("user");
            return Results.Redirect("/sign-in");
        });
        app.MapGet("/sheets/s1", Show);
        app.MapPost("/sheets/s1", (Delegate)PostFormAsync);
        app.MapPost("/sheets/s1/save", (Delegate)SaveAsync);
        app.MapPost("/sheets/s1/sign", () =>
        {
            Signed = true;
            return Html(StubPage.Page("a", "<h1>已签名</h1>"));
        });
    }

    private IResult Show(HttpContext context)
    {
        var user = User(context);
        if (user.Length == 0)
        {
            return Results.Redirect("/sign-in?returnUrl=/sheets/s1");
        }

        context.Response.Headers["Sheet-User"] = user;
        return Html(StubPage.Sheet(user, Token(user), user == "a" ? Sheet.Items : new StubSheet().Items));
    }

    private async Task<IResult> PostFormAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        foreach (var item in Sheet.Items.Where(i => form[$"points.{i.Code}"] != i.Points))
        {
            item.Saved.Add((form[$"points.{item.Code}"], form[$"comment.{item.Code}"].ToString()));
        }

        return Results.Redirect("/sheets/s1");
    }

    private async Task<IResult> SaveAsync(HttpContext context)
    {
        var save = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        if (User(context) is not { Length: > 0 } user || save.GetProperty("user").GetString() != user)
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (context.Request.Headers["RequestVerificationToken"] != Token(user))
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        if (Failure > 0)
        {
            return Results.StatusCode(Failure);
        }

        var (status, answer) = Sheet.Save(save.GetProperty("item").GetString()!, save.GetProperty("points").GetString(), save.GetProperty("comment").GetString()!, save.GetProperty("typedOn").GetInt32(), save.GetProperty("key").GetString()!);
        if (Failure < 0)
        {
            context.Abort();
        }

        return Results.Json(answer, statusCode: status);
    }

    private string User(HttpContext context) => Expired ? string.Empty : context.Request.Cookies["user"] ?? string.Empty;

    private string Token(string user) => $"token-{user}-{TokenAge}";

    private static IResult Html(string page) => Results.Content(page, "text/html; charset=utf-8");
}
