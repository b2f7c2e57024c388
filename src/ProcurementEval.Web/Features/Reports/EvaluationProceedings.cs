using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Calendars;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The last pages of an evaluation report: objections with their answers, findings, the signatures of assessors and bodies, and what the report rests on.</summary>
internal sealed class EvaluationProceedings(ReportText text, EvaluationReportInput input)
{
    public IReadOnlyList<Block> Blocks() =>
    [
        new Heading(2, text["Objections"]),
        input.Objections.Count == 0 ? new Paragraph(text["NoObjections"]) : Objections(),
        new Heading(2, text["Findings"]),
        input.Findings.Count == 0 ? new Paragraph(text["NoFindings"]) : Findings(),
        Assessors(),
        new SignatureBlock(text["BodiesSign"], [new(text["EvaluationBody"], input.EvaluationBody.Name), new(text["Purchaser"], input.Purchaser.Name), new(text["Agency"], input.Agency.Name)]),
        .. Provenance.Blocks(text, input.Subjects[0].Evaluation.Template, input.Contract.Plan, input.AuditAnchor),
    ];

    // An assessor signs a sheet for every subject, most often on one day: a line for each day.
    private SignatureBlock Assessors()
    {
        var names = AssessorNames.Of(text, input);
        var signed = input.Subjects.SelectMany(s => s.Evaluation.Sheets)
            .Select(s => (s.Assessor, s.Rater, On: s.SignedAt is { } at ? ChinaTime.DateOf(at) : (DateOnly?)null)).Distinct();
        return new(text["AssessorsSign"], [.. signed.OrderBy(s => names.OrderOf(s.Assessor)).ThenBy(s => s.On).Select(s => new Signature(ScoreTable.RaterName(input.Template, s.Rater), names.Named(s.Assessor), s.On))]);
    }

    private Table Objections() => new("objections",
        [new("subject", text["Subject"], 16), new("filed", text["FiledOn"], 12, Align.Center), new("reason", text["Reason"], 28), new("state", text["State"], 12), new("answer", text["Answer"], 32)],
        [.. input.Objections.OrderBy(o => o.FiledAt).ThenBy(o => o.Id).Select((o, i) => new Row(ReportText.Figure(i + 1),
        [
            new TextCell(NameOf(o.Evaluation.Id)),
            new DateCell(ChinaTime.DateOf(o.FiledAt)),
            new TextCell(o.Reason),
            new TextCell(text.Name(o.Stage)),
            new TextCell(o.Answer ?? string.Empty),
        ]))]);

    private Table Findings() => new("findings",
        [new("subject", text["Subject"], 16), new("indicator", text["Code"], 12), new("text", text["Finding"], 28), new("due", text["FindingDue"], 12, Align.Center), new("reply", text["Reply"], 22), new("state", text["State"], 10)],
        [.. input.Findings.OrderBy(f => f.DueOn).ThenBy(f => f.Id).Select((f, i) => new Row(ReportText.Figure(i + 1),
        [
            new TextCell(NameOf(f.EvaluationId)),
            new TextCell(f.Indicator),
            new TextCell(f.Text),
            new DateCell(f.DueOn),
            new TextCell(f.ReplyText ?? string.Empty),
            new TextCell(text.Name(f.Stage)),
        ]))]);

    private string NameOf(Guid evaluation) => input.Subjects.FirstOrDefault(s => s.Evaluation.Id == evaluation)?.Name ?? string.Empty;
}
