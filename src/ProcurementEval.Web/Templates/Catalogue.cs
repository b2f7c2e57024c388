using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Templates.Demos;

namespace ProcurementEval.Web.Templates;

/// <summary>A record read from a file, with the file's canonical text and hash.</summary>
public sealed record Loaded<T>(T Value, YamlFile File)
{
    public FrozenText Freeze(string id, int version) => new(id, version, File.Text, File.Sha256);
}

/// <summary>The folder of templates, plans, calendars and cases; finds each by id and version, which its file name repeats.</summary>
public sealed class Catalogue(string folder)
{
    private static readonly Dictionary<Type, string> Kinds = new()
    {
        [typeof(Template)] = "template",
        [typeof(Plan)] = "plan",
        [typeof(CaseFile)] = "case",
        [typeof(WorkCalendar)] = "calendar",
        [typeof(LegalLimits)] = "limits",
        [typeof(DemoFile)] = "demo",
    };

    private readonly ConcurrentDictionary<string, JsonSchema> schemas = new();
    private readonly ConcurrentDictionary<string, YamlFile> shipped = new();
    private readonly Dictionary<string, YamlFile> added = [];
    private readonly PublishedUploads? published;

    public string Folder { get; } = folder;

    /// <summary>The catalogue that a file belongs to: the nearest folder above it that holds template.schema.json; for a file elsewhere, evaluation-templates at or above the current folder or the program.</summary>
    /// <exception cref="FileRefusedException">There is none.</exception>
    public static Catalogue Around(string file)
    {
        var home = Above(Path.GetDirectoryName(Path.GetFullPath(file)), string.Empty)
            ?? Above(Environment.CurrentDirectory, "evaluation-templates")
            ?? Above(AppContext.BaseDirectory, "evaluation-templates")
            ?? throw new FileRefusedException(file, 1, "CatalogueMissing");
        return new Catalogue(Path.GetRelativePath(Environment.CurrentDirectory, home));
    }

    /// <summary>The same files and one more, which need not be on the disk.</summary>
    public Catalogue With(YamlFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new Catalogue(this, file);
    }

    /// <summary>The same files and what was uploaded and published on this installation.</summary>
    public Catalogue With(PublishedUploads uploads) => new(this, uploads);

    private Catalogue(Catalogue all, YamlFile one)
        : this(all.Folder) => (schemas, added, published) = (all.schemas, new(all.added) { [one.Path] = one }, all.published);

    private Catalogue(Catalogue all, PublishedUploads uploads)
        : this(all.Folder) => (schemas, added, published) = (all.schemas, all.added, uploads);

    /// <summary>The JSON Schema of a kind of files.</summary>
    /// <exception cref="FileRefusedException">It is missing or no schema.</exception>
    public JsonSchema Schema(string kind) => schemas.GetOrAdd(kind, name =>
    {
        var path = Path.Combine(Folder, $"{name}.schema.json");
        try
        {
            return JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Newtonsoft.Json.JsonException)
        {
            throw new FileRefusedException(path, 1, "FileUnreadable", e.Message);
        }
    });

    /// <summary>The numbers of law.</summary>
    public Loaded<LegalLimits> Limits() => Read<LegalLimits>(Path.Combine(Folder, "legal-limits.yaml"));

    public Loaded<Template> Template(TemplateReference reference) => Pinned(reference, Parse<Template>(FileAt(Path.Combine(Folder, $"{reference.Id}-{reference.Version}.yaml"), UploadKind.Template, reference)), t => (t.Id, t.Version));

    public Loaded<Plan> Plan(TemplateReference reference) => Pinned(reference, Parse<Plan>(FileAt(PathOfPlan(reference.Id, reference.Version), UploadKind.Plan, reference)), p => (p.Id, p.Version));

    /// <summary>Where a plan is, or would be.</summary>
    public string PathOfPlan(string id, int version) => Path.Combine(Folder, "plans", $"{id}-{version}.yaml");

    /// <summary>Every plan that may be chosen, shipped or published.</summary>
    public IReadOnlyList<Loaded<Plan>> Plans() => [.. All<Plan>(Path.Combine(Folder, "plans"), UploadKind.Plan).OrderBy(p => p.Value.Id, StringComparer.Ordinal).ThenBy(p => p.Value.Version)];

    /// <summary>Every template that may be chosen, shipped or published.</summary>
    public IReadOnlyList<Loaded<Template>> Templates() => [.. All<Template>(Folder, UploadKind.Template).OrderBy(t => t.Value.Id, StringComparer.Ordinal).ThenBy(t => t.Value.Version)];

    /// <summary>Every version of every calendar, shipped or published.</summary>
    public IReadOnlyList<Loaded<WorkCalendar>> Calendars() => [.. All<WorkCalendar>(FolderOfCalendars, UploadKind.Calendar).OrderBy(c => c.Value.Id, StringComparer.Ordinal).ThenBy(c => c.Value.Version)];

    /// <summary>The newest version of a calendar.</summary>
    /// <exception cref="FileRefusedException">There is none.</exception>
    public Loaded<WorkCalendar> Calendar(string id) => Calendars().LastOrDefault(c => c.Value.Id == id) ?? Read<WorkCalendar>(Path.Combine(FolderOfCalendars, $"{id}-1.yaml"));

    private string FolderOfCalendars => Path.Combine(Folder, "calendars");

    /// <summary>Reads one file into a record, without checks by sense.</summary>
    public static Loaded<T> Read<T>(string path) => Parse<T>(YamlFile.Read(path));

    public static Loaded<T> Parse<T>(YamlFile file)
    {
        var json = (JsonObject)file.Root.ToJson();
        if (json["kind"]?.ToString() is { } kind && Kinds.GetValueOrDefault(typeof(T)) is { } wanted && kind != wanted)
        {
            throw new FileRefusedException(file.Path, file.LineOf("kind"), "FileOfOtherKind", kind, wanted);
        }

        json.Remove("kind");
        if (json["bands"] is JsonValue none && none.GetValueKind() == JsonValueKind.String && none.GetValue<string>() == "none")
        {
            json["bands"] = new JsonArray();
        }

        try
        {
            return new Loaded<T>(json.Deserialize<T>(DomainJson.Options)!, file);
        }
        catch (JsonException e)
        {
            throw new FileRefusedException(file.Path, file.LineOf(PathOf(e)), "FileDoesNotFit", PathOf(e), e.Message);
        }
    }

    private YamlFile FileAt(string path, UploadKind kind, TemplateReference reference) => added.GetValueOrDefault(path)
        ?? (!File.Exists(path) && published?.TextOf(kind, reference.Id, reference.Version) is { } text ? YamlFile.Of(path, text) : YamlFile.Read(path));

    // What is shipped does not change while the program runs.
    private IEnumerable<Loaded<T>> All<T>(string folder, UploadKind kind) => Directory.GetFiles(folder, "*.yaml").Select(path => shipped.GetOrAdd(path, YamlFile.Read))
        .Concat(published?.All(kind).Select(u => YamlFile.Of(Path.Combine(folder, u.Name), u.Text)) ?? [])
        .Where(f => f.Root.Entries.Any(e => e.Key == "kind" && (e.Value as YamlScalar)?.Value == Kinds[typeof(T)])).Select(Parse<T>);

    private static string? Above(string? start, string below)
    {
        var folder = start;
        while (folder is not null && !File.Exists(Path.Combine(folder, below, "template.schema.json")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is null ? null : Path.Combine(folder, below);
    }

    // "$.indicators[0].max" as "indicators/0/max".
    private static string PathOf(JsonException e) => (e.Path ?? "$")[1..].Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal);

    private static Loaded<T> Pinned<T>(TemplateReference reference, Loaded<T> loaded, Func<T, (string Id, int Version)> identity)
    {
        var (id, version) = identity(loaded.Value);
        if (id != reference.Id || version != reference.Version)
        {
            throw new FileRefusedException(loaded.File.Path, loaded.File.LineOf("id"), "NameDisagrees", reference.Id, reference.Version, id, version);
        }

        return reference.Sha256 is { } pinned && pinned != loaded.File.Sha256
            ? throw new FileRefusedException(loaded.File.Path, 1, "HashDiffers", pinned, loaded.File.Sha256)
            : loaded;
    }
}
