using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>An upload: published by a second person, or taken back while nobody has; once published it stays.</summary>
[Requires(Permission.PublishTemplate)]
public sealed class DecideModel(Catalogue catalogue) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public TemplateUpload Upload { get; private set; } = null!;

    public override object? Root => Upload;

    /// <summary>What the checks say today: what the file names may have changed since it came.</summary>
    public IReadOnlyList<FileFault> Faults { get; private set; } = [];

    public Answer CanPublish => Upload.CanPublish(Reader.Account) is { InStage: true } answer ? Answer.InThisStage([.. answer.Unmet, .. Unfit]) : Answer.NotInThisStage;

    /// <summary>Its uploader takes it back, or an administrator.</summary>
    public bool MayWithdraw => Reader.Account == Upload.UploadedBy || Reader.Role == Role.Administrator;

    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{Upload.Kind.ToString().ToLowerInvariant()}s/{Upload.TemplateId}/{Upload.TemplateVersion}");

    // A template waits to be chosen; a calendar moves everybody's deadlines from the moment on.
    private IEnumerable<Unmet> Unfit =>
    [
        .. new[] { Unmet.If(Upload.Kind == UploadKind.Calendar && Reader.Role != Role.Administrator, "CalendarByAdministrator") }.OfType<Unmet>(),
        .. Faults.Where(f => f.Severity == Severity.Block).Select(f => new Unmet("UploadFaulty", Sentences.Of(f.Code, f.Arguments))),
    ];

    public Task<IActionResult> OnPostAsync() => DoAsync("Templates.Published", Address, (at, by) =>
    {
        Upload.Publish(at, by);
        if (Unfit.ToArray() is { Length: > 0 } unfit)
        {
            throw new RefusedException(unfit);
        }
    });

    public Task<IActionResult> OnPostWithdrawAsync() => DoAsync("Templates.Withdrawn", "/templates", (_, _) =>
    {
        RefusedException.ThrowIf(Upload.PublishedAt is not null, "UploadExists", Upload.TemplateId, Upload.TemplateVersion);
        RefusedException.ThrowIf(!MayWithdraw, "UploadOfAnother", Upload.UploadedBy);
        Db.Remove(Upload);
    });

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.TemplateUploads.SingleOrDefaultAsync(u => u.Id == Id) is not { } upload)
        {
            return false;
        }

        Upload = upload;
        Faults = FileCheck.Faults(YamlFile.Of(upload.FileName, upload.Text), catalogue);
        return true;
    }
}
