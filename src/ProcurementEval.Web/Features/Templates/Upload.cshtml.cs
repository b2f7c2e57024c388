using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>上传新版本: a YAML file goes through the checks of check-template; with anything that blocks it nothing is stored, else it waits for a second person.</summary>
[Requires(Permission.UploadTemplate)]
public sealed class UploadModel(Catalogue catalogue) : SitePage
{
    private const string Kind = "kind";
    private static readonly string[] Kinds = [.. Enum.GetNames<UploadKind>().Select(k => k.ToLowerInvariant())];

    [BindProperty]
    public IFormFile? Yaml { get; set; }

    /// <summary>What the checks found.</summary>
    public IReadOnlyList<FileFault> Faults { get; private set; } = [];

    public override string Creates => "template-upload";

    public async Task<IActionResult> OnPostAsync()
    {
        if (Yaml is null)
        {
            Form.Fault(nameof(Yaml), "Form.Missing", string.Empty);
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        var file = await CheckedAsync(Yaml);
        if (file is null)
        {
            Form.Fault(nameof(Yaml), "Templates.Refused", string.Empty, Faults.Count(f => f.Severity == Severity.Block));
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        return await CreateAsync<TemplateUpload>("Templates.Uploaded", id => $"/templates/uploads/{id}", (id, at, by) =>
        {
            var (kind, templateId, version) = (Enum.Parse<UploadKind>(Word(file, Kind)!, ignoreCase: true), Word(file, "id")!, int.Parse(Word(file, "version")!, CultureInfo.InvariantCulture));
            RefusedException.ThrowIf(Exists(kind, templateId, version), "UploadExists", templateId, version);
            Db.Add(new TemplateUpload(id, kind, templateId, version, file.Text, file.Sha256, by.Id, at));
            return Task.CompletedTask;
        });
    }

    protected override Task<bool> LoadAsync() => Task.FromResult(true);

    // Null where something blocks it.
    private async Task<YamlFile?> CheckedAsync(IFormFile sent)
    {
        var name = Path.GetFileName(sent.FileName);
        try
        {
            if (sent.Length > YamlFile.MaximumBytes)
            {
                throw new FileRefusedException(name, 1, "FileTooLarge", sent.Length, YamlFile.MaximumBytes);
            }

            using var bytes = new MemoryStream();
            await sent.CopyToAsync(bytes, HttpContext.RequestAborted);
            var file = YamlFile.Of(name, bytes.ToArray());
            Faults = Kinds.Contains(Word(file, Kind)) ? FileCheck.Faults(file, catalogue) : [FileFault.Block(name, file.LineOf(Kind), "WordUnknown", Kind, Word(file, Kind) ?? string.Empty, string.Join(", ", Kinds))];
            return Faults.Any(f => f.Severity == Severity.Block) ? null : file;
        }
        catch (FileRefusedException e)
        {
            Faults = e.Faults;
            return null;
        }
    }

    private bool Exists(UploadKind kind, string id, int version) => (kind switch
    {
        UploadKind.Template => catalogue.Templates().Select(t => (t.Value.Id, t.Value.Version)),
        UploadKind.Plan => catalogue.Plans().Select(p => (p.Value.Id, p.Value.Version)),
        _ => catalogue.Calendars().Select(c => (c.Value.Id, c.Value.Version)),
    }).Contains((id, version));

    private static string? Word(YamlFile file, string key) => (file.Root.Entries.FirstOrDefault(e => e.Key == key)?.Value as YamlScalar)?.Value;
}
