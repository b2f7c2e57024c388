namespace ProcurementEval.Web.Web;

/// <summary>Where the site listens, what it stores where, and how it is run; everything that differs between two installations.</summary>
/// <param name="Address">What it listens on.</param>
/// <param name="Folder">The data folder: uploaded files, the server's key and, on SQLite, the database.</param>
/// <param name="Provider">"sqlite" or "mysql".</param>
/// <param name="Connection">Null for the SQLite file in the data folder.</param>
/// <param name="Demo">Invented data, published passwords and a clock that can be moved; never for real contracts.</param>
public sealed record SiteSettings(string Address, string Folder, string Provider, string? Connection, bool Demo)
{
    /// <summary>Name of the limit on sign-in attempts.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Sign-in attempts a minute from one address before it must wait.</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>The address of a proxy in front whose forwarded headers are believed; null for none.</summary>
    public string? Proxy { get; init; }

    public string DatabaseConnection => Connection ?? $"Data Source={Path.Combine(Folder, "procurement-eval.db")}";

    public string FilesFolder => Path.Combine(Folder, "files");

    public string KeyFile => Path.Combine(Folder, "server.key");
}
