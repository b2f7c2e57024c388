using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Templates;

/// <summary>What an upload is.</summary>
public enum UploadKind
{
    Template,
    Plan,
    Calendar,
}

/// <summary>A template, plan or calendar that somebody uploaded (上传): its text never changes; it may be chosen once a second person has published it.</summary>
public sealed class TemplateUpload
{
    public TemplateUpload(Guid id, UploadKind kind, string templateId, int templateVersion, string text, string sha256, string uploadedBy, DateTimeOffset uploadedAt) =>
        (Id, Kind, TemplateId, TemplateVersion, Text, Sha256, UploadedBy, UploadedAt) = (id, kind, templateId, templateVersion, text, sha256, uploadedBy, uploadedAt);

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public UploadKind Kind { get; private set; }

    /// <summary>The id and version that the text names.</summary>
    public string TemplateId { get; private set; }

    public int TemplateVersion { get; private set; }

    /// <summary>Canonical: UTF-8, LF.</summary>
    public string Text { get; private set; }

    public string Sha256 { get; private set; }

    public string UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public string FileName => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{TemplateId}-{TemplateVersion}.yaml");

    /// <summary>Whether this account may publish it: not who uploaded it, and only once.</summary>
    public Answer CanPublish(string account) => PublishedAt is not null ? Answer.NotInThisStage : Answer.InThisStage([.. new[] { Unmet.If(account == UploadedBy, "UploadBySamePerson") }.OfType<Unmet>()]);

    /// <exception cref="RefusedException">By the same person, or it is published already.</exception>
    public void Publish(DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        RefusedException.ThrowIf(PublishedAt is not null, "UploadExists", TemplateId, TemplateVersion);
        RefusedException.ThrowIf(by.Id == UploadedBy, "UploadBySamePerson");
        (PublishedBy, PublishedAt) = (by.Id, at);
    }
}
