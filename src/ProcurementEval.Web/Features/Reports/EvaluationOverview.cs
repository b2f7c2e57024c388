using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using Term = ProcurementEval.Documents.Model.Term;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The first pages: key facts, the result at a glance, all subjects side by side, and the contract's figure.</summary>
internal sealed class EvaluationOverview(ReportText text, EvaluationReportInput input)
{
    private const string Id = "subjects";
    private readonly bool hasBonus = input.Template.Bonuses.Count > 0;

    public IReadOnlyList<Block> Blocks() =>
    [
        Facts(),
        new Heading(2, text["AtAGlance"]),
        new KeyValueList(
        [
            new(text["CombinedTotal"], new TextCell(text.Format("TotalOfScale", input.Combined.Total.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), input.Template.Scale.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture)))),
            new(text["Grade"], new TextCell(GradeName(input.Bands, input.Combined.Grade))),
            new(text["Veto"], new TextCell(input.Combined.Vetoes.Count == 0 ? text["NoVeto"] : string.Join(text["ListJoin"], input.Combined.Vetoes.Select(v => text.Format("VetoNamed", v, input.Template.Vetoes.First(t => t.Code == v).Title))))),
        ]),
        .. input.Subjects.Count > 1 ? [new BarChart(text["TotalsOfSubjects"], [.. input.Subjects.Select(s => new Bar(s.Name, s.Result.Total, input.Template.Scale))])] : Array.Empty<Block>(),
        Subjects(),
        .. input.Subjects.Count > 1 ? [Working(input.Combined.Working)] : Array.Empty<Block>(),
        .. input.Overall is { } overall ? [Overall(overall), Working([.. overall.Result.Working.SkipWhile(s => s.Code != "weighted-sum")])] : Array.Empty<Block>(),
    ];

    private KeyValueList Facts() => new(
    [
        new(text["Project"], new TextCell(text.Format("NameWithCode", input.Project.Title, input.Project.Code))),
        new(text["ContractNumber"], new TextCell(input.Contract.Number)),
        new(text["ContractSum"], new TextCell(text.Sum(input.Contract.Sum))),
        new(text["ServicePeriod"], new TextCell(text.Period(input.Contract.Start, input.Contract.End))),
        new(text["Purchaser"], new TextCell(input.Purchaser.Name)),
        new(text["Agency"], new TextCell(input.Agency.Name)),
        new(text["EvaluationBody"], new TextCell(input.EvaluationBody.Name)),
        new(text["EvaluationKind"], new TextCell(text.NameOr("Kind", input.Rule.Kind))),
        new(text["Template"], new TextCell(text.Format("TemplateName", input.Template.Title, input.Template.Id, input.Template.Version))),
        new(text["AssessorsCombine"], new TextCell(text.Name(input.Rule.Assessors))),
        .. input.Subjects.Count > 1 ? [new KeyValue(text["SubjectsCombine"], new TextCell(text.Name(input.Rule.Combine)))] : Array.Empty<KeyValue>(),
    ]);

    private Table Subjects() => new(Id, Columns(), [.. input.Subjects.Select(Row), .. CombinedRow()]) { Title = text["Subjects"] };

    private Column[] Columns() =>
    [
        new("subject", text["Subject"], 22),
        .. input.Template.Indicators.Select(i => new Column(i.Code, text.Format("HeadWithMax", i.Code, i.Title, ReportText.Figure(i.Max)), 12, Align.Right)),
        .. hasBonus ? [new Column(ScoreTable.Bonus, text["Bonus"], 9, Align.Right)] : Array.Empty<Column>(),
        new(ScoreTable.Total, text["Total"], 11, Align.Right),
        new("grade", text["Grade"], 11, Align.Center),
    ];

    private IEnumerable<string> Heads => input.Template.Indicators.Select(i => i.Code).Concat(hasBonus ? [ScoreTable.Bonus] : []);

    private Row Row(EvaluatedSubject subject, int i)
    {
        var row = subject.Evaluation.Subject;
        var table = SubjectSection.TableOf(i);
        var result = subject.Result;
        if (subject.Evaluation.IsImported)
        {
            return new Row(row, [new TextCell(text.Format("Working.Step", subject.Name, text["Imported"])) { Span = 1 + Heads.Count() }, Figures.Score(result.Total, null), new TextCell(GradeName(input.Template.Bands, result.Grade))]);
        }

        var total = result.Total == result.Sum
            ? new Formula([.. Heads.Select(h => new Term(Id, row, h))])
            : Figures.Same(table, ScoreTable.Total, ScoreTable.Score);
        return new Row(row,
        [
            new TextCell(subject.Name),
            .. result.Nodes.Select(n => Figures.Score(n.Score, Figures.Same(table, n.Code, ScoreTable.Score))),
            .. hasBonus ? [Figures.Score(ScoreTable.BonusOf(result), Figures.Same(table, ScoreTable.Bonus, ScoreTable.Score))] : Array.Empty<Cell>(),
            Figures.Score(result.Total, total),
            new TextCell(GradeName(input.Template.Bands, result.Grade)),
        ]);
    }

    private IEnumerable<Row> CombinedRow()
    {
        if (input.Subjects.Count == 1)
        {
            yield break;
        }

        string[] rows = input.Rule.Combine == SubjectCombination.Mean
            ? [.. input.Subjects.Select(s => s.Evaluation.Subject)]
            : [input.Subjects.MinBy(s => s.Result.Total)!.Evaluation.Subject];
        yield return new Row("(combined)",
        [
            new TextCell(text.Name(input.Rule.Combine)) { Span = 1 + Heads.Count() },
            Figures.Score(input.Combined.Total, Figures.Rows(Id, rows, ScoreTable.Total, rows.Length)),
            new TextCell(GradeName(input.Bands, input.Combined.Grade)),
        ])
        { Kind = RowKind.Total };
    }

    private Table Overall(OverallResult overall)
    {
        const string id = "overall";
        var rows = overall.Parts.Select(p => new Row(p.Kind, [new TextCell(text.NameOr("Kind", p.Kind)), new FigureCell(p.Share.Percent, FigureFormat.Percent), Figures.Score(p.Figure)]));
        var total = new Formula([.. overall.Parts.Select(p => new Term(id, p.Kind, "figure", p.Share.Fraction))]);
        var last = new Row("(overall)", [new TextCell(text.Format("OverallGrade", GradeName(input.Bands, overall.Result.Grade))) { Span = 2 }, Figures.Score(overall.Result.Total, total)]) { Kind = RowKind.Total };
        return new Table(id, [new("kind", text["EvaluationKind"], 30), new("share", text["Share"], 15, Align.Right), new("figure", text["Score"], 15, Align.Right)], [.. rows, last]) { Title = text["Overall"] };
    }

    // The grade stands in the table.
    private Paragraph Working(IReadOnlyList<Step> steps) =>
        new(text.Format("Working.Step", text["Working"], new WorkingText(text).Of([.. steps.Where(s => s.Code is not ("grade" or "veto-lowest"))])), TextTone.Small);

    private string GradeName(IReadOnlyList<Band> bands, string? grade) => bands.FirstOrDefault(b => b.Grade == grade)?.Name ?? grade ?? text["NoGrade"];
}
