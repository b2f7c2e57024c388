using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Parties;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The last page of a tender's scoring report: the panel with its recusals and signatures, and what the report rests on.</summary>
internal sealed class TenderPanel(ReportText text, TenderReportInput input)
{
    private readonly AssessorNames names = AssessorNames.Of(text, input);

    public IReadOnlyList<Block> Blocks() =>
    [
        .. Recused() is { Length: > 0 } recused ? [new Paragraph(text.Format("Recused", string.Join(text["ListJoin"], recused)))] : Array.Empty<Block>(),
        new SignatureBlock(text["PanelSigns"],
        [
            .. input.Tender.Panel.Sitting().OrderBy(m => m.Assessor, StringComparer.Ordinal)
                .Select(m => new Signature(text[m.IsExpert ? "Expert" : "PurchaserRepresentative"], names.Named(m.Assessor), SignedOn(m.Assessor))),
        ]),
        .. Provenance.Blocks(text, input.Tender.Template, input.Project.Plan, input.AuditAnchor),
    ];

    private string[] Recused() => [.. input.Tender.Panel.Where(m => m.Answered is not null && !m.Sits).Select(m => names.Named(m.Assessor)).Order(StringComparer.Ordinal)];

    // The day of the last of his sheets.
    private DateOnly? SignedOn(string member) => input.Tender.ConformingBids.SelectMany(b => b.Sheets)
        .Where(s => s.Assessor == member).Max(s => s.SignedAt) is { } at ? ChinaTime.DateOf(at) : null;
}
