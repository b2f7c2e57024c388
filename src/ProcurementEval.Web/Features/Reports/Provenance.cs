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
        .. template is null ? [] : new[] { Line(text, "TemplateHash", template), Small(text["RoundingRule"]), Small(text["ReadingWorkings"]) },
        Line(text, "PlanHash", plan) with { KeepWithNext = anchor is not null },
        .. anchor is null ? [] : new[] { Small(text.Format("AuditAnchor", anchor), keep: false) },
    ];

    private static Paragraph Line(ReportText text, string key, FrozenText frozen) =>
        Small(text.Format(key, frozen.Id, frozen.Version, frozen.Sha256));

    private static Paragraph Small(string words, bool keep = true) => new(words, TextTone.Small) { KeepWithNext = keep };
}
