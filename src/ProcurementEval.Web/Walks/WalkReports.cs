using System.Security.Cryptography;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Model;
using ProcurementEval.Documents.Pdf;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Web.Features.Reports;

namespace ProcurementEval.Web.Walks;

/// <summary>The documents that a walk leaves, as bytes: scoring report, evaluation reports, money sheet.</summary>
internal sealed class WalkReports(Walk walk, string? auditRoot, FontSet fonts)
{
    private readonly WalkState state = walk.State;
    private readonly PdfWriter pdf = new(fonts);

    public IReadOnlyList<(string Name, byte[] Content)> All() =>
    [
        .. Both("tender-report", TenderReport.Of(Tender())),
        .. walk.Evaluations.SelectMany(e => Both($"{e.Rule.Kind}-report", EvaluationReport.Of(Evaluation(e)))),
        ("money-sheet.xlsx", ExcelWriter.Write(MoneySheet.Of(Money()))),
    ];

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private IEnumerable<(string Name, byte[] Content)> Both(string name, Document document) =>
        [($"{name}.pdf", pdf.Write(document)), ($"{name}.xlsx", ExcelWriter.Write(document))];

    private TenderReportInput Tender() => new()
    {
        Project = state.Project,
        Purchaser = state.Parties[state.File.Project.Purchaser.Code],
        Tender = state.Tender,
        Rules = state.Plan.Tender,
        Template = state.Case.TemplateOf(state.Plan.Tender.Template),
        Ranking = state.Ranking,
        Suppliers = state.File.Tender.Bids.ToDictionary(b => b.Supplier.Code, b => b.Supplier.Name),
        Lot = state.File.Tender.Lot,
        ScoredOn = state.File.Tender.Scored,
        AwardedOn = state.File.Tender.Awarded,
        AuditAnchor = auditRoot,
        CreatedAt = state.Time.Now,
    };

    private EvaluationReportInput Evaluation(EvaluationWalk evaluation) => new()
    {
        Project = state.Project,
        Contract = state.Contract,
        Purchaser = state.Parties[state.File.Project.Purchaser.Code],
        Agency = state.Winner,
        EvaluationBody = state.Parties[state.File.Project.EvaluationBody.Code],
        Rule = evaluation.Rule,
        Template = state.Case.TemplateOf(evaluation.Rule.Template),
        Bands = state.Plan.Bands,
        Subjects = [.. evaluation.Subjects.Select(s => new EvaluatedSubject(s.Evaluation, NameOf(s), s.Result, evaluation.Case.Opened, evaluation.Case.Published))],
        Combined = Combining.Subjects(evaluation.Results.Subjects, evaluation.Rule.Combine, state.Plan.Bands),
        Overall = evaluation == walk.Evaluations[^1] && walk.Evaluations.Count(e => e.Rule.Share.Fraction > 0) > 1 ? Overall() : null,
        Findings = evaluation.Findings,
        Objections = evaluation.Objections,
        AuditAnchor = auditRoot,
        CreatedAt = state.Time.Now,
    };

    private OverallResult Overall() => new(
        [.. walk.Evaluations.Where(e => e.Rule.Share.Fraction > 0).Select(e => new OverallPart(e.Rule.Kind, e.Rule.Share, Combining.Subjects(e.Results.Subjects, e.Rule.Combine, state.Plan.Bands).Total))],
        walk.Contract.Result);

    private MoneySheetInput Money() => new()
    {
        Project = state.Project,
        Contract = state.Contract,
        Purchaser = state.Parties[state.File.Project.Purchaser.Code],
        Agency = state.Winner,
        Bands = state.Plan.Bands,
        AuditAnchor = auditRoot,
        CreatedAt = state.Time.Now,
    };

    private string NameOf(WalkedSubject subject) => state.File.Sites.FirstOrDefault(s => s.Code == subject.Case.Code)?.Name ?? state.File.Title;
}
