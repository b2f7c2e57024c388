using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>What a report rests on: template and plan with version and hash, and the anchor of the audit chains.</summary>
internal static class Provenance
{
    private const int ShortHash = 12;

    public static string Footer(ReportText text, string number, FrozenText template) =>
        text.Format("Footer", number, template.Id, template.Version, template.Sha256[..ShortHash]);

    public static IEnumerable<Block> Blocks(ReportText text, FrozenText? template, FrozenText plan, string? anchor) =>
    [
        new Heading(2, text["Provenance"]),
        .. template is null ? [] : new[] { Line(text, "TemplateHash", template), new Paragraph(text["RoundingRule"], TextTone.Small) },
        Line(text, "PlanHash", plan),
        .. anchor is null ? [] : new[] { new Paragraph(text.Format("AuditAnchor", anchor), TextTone.Small) },
    ];

    private static Paragraph Line(ReportText text, string key, FrozenText frozen) =>
        new(text.Format(key, frozen.Id, frozen.Version, frozen.Sha256), TextTone.Small);
}
