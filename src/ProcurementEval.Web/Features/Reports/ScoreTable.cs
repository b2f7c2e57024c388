using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using Term = ProcurementEval.Documents.Model.Term;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>One result as a table: groups with the sums of their children, leaves with their working, bonus items, total, vetoes and grade.</summary>
internal sealed class ScoreTable(ReportText text, Template template, ScoreResult result, string id, AssessorNames names)
{
    public const string Score = "score";
    public const string Total = "(total)";
    public const string Bonus = "(bonus)";
    private const string Marked = "marked";
    private readonly WorkingText working = new(text, names);
    private readonly Dictionary<string, Indicator> indicators = template.Indicators.SelectMany(i => i.SelfAndDescendants()).ToDictionary(i => i.Code);
    private readonly bool isMarked = template.Leaves().Any(l => l.MarkedOutOf is not null);

    /// <summary>Bonus points that count, after their cap.</summary>
    public static decimal BonusOf(ScoreResult result) => result.Sum - result.Nodes.Sum(n => n.Score);

    public Table Build() => new(id, Columns(), [.. result.Nodes.SelectMany(n => Rows(n, 0)), .. BonusRows(), .. TotalRows()]);

    private Column[] Columns() =>
    [
        new("code", text["Code"], 9),
        new("title", text["Indicator"], 23),
        new("max", text[isMarked ? "Weight" : "Max"], 7, Align.Right),
        .. isMarked ? [new Column(Marked, text["Marked"], 8, Align.Right)] : Array.Empty<Column>(),
        new(Score, text[isMarked ? "Weighted" : "Score"], 8, Align.Right),
        new("working", text["Working"], 46),
    ];

    private IEnumerable<Row> Rows(NodeScore node, int depth)
    {
        var isGroup = node.Items.Count > 0;
        yield return Line(node, isGroup ? Figures.Rows(id, node.Items.Select(i => i.Code), Score) : Weighing(node), isGroup ? RatedBy(node.Code) : working.Of(node, indicators[node.Code].Rule!)) with
        {
            Kind = isGroup ? RowKind.Group : RowKind.Normal,
            Indent = Math.Min(depth, 4),
        };
        foreach (var row in node.Items.SelectMany(i => Rows(i, depth + 1)))
        {
            yield return row;
        }
    }

    private Row Line(NodeScore node, Formula? formula, string words) =>
        Line(node.Code, node.Code, node.Title, node.Max, Figures.Score(node.Score, formula), words, node.Marked is { } marked ? Figures.Score(marked) : null);

    private Row Line(string row, string code, string title, decimal max, FigureCell score, string words, FigureCell? marked = null) => new(row,
    [
        new TextCell(code),
        new TextCell(title),
        Figures.Count(max),
        .. isMarked ? [(Cell?)marked ?? new TextCell(string.Empty)] : Array.Empty<Cell>(),
        score,
        new TextCell(words),
    ]);

    private Formula? Weighing(NodeScore leaf) => leaf.Marked is null
        ? null
        : new Formula([new Term(id, leaf.Code, Marked, leaf.Max)], indicators[leaf.Code].MarkedOutOf!.Value);

    private string RatedBy(string code) => template.Raters.Count > 1 && indicators[code].Rater is { } rater
        ? text.Format("RatedBy", RaterName(template, rater))
        : string.Empty;

    public static string RaterName(Template template, string rater) => template.Raters.FirstOrDefault(r => r.Code == rater)?.Name ?? rater;

    private IEnumerable<Row> BonusRows()
    {
        if (result.Bonuses.Count == 0)
        {
            return [];
        }

        var points = BonusOf(result);
        var isCapped = points != result.Bonuses.Sum(b => b.Score);
        var head = Line(Bonus, string.Empty, text["Bonus"], template.BonusCap, Figures.Score(points, isCapped ? null : Figures.Rows(id, result.Bonuses.Select(b => b.Code), Score)), isCapped ? text["BonusCapped"] : string.Empty);
        return [head with { Kind = RowKind.Group }, .. result.Bonuses.Select(b => Line(b, null, working.Of(b, template.Bonuses.First(t => t.Code == b.Code).Rule)) with { Indent = 1 })];
    }

    private IEnumerable<Row> TotalRows()
    {
        string[] parts = [.. result.Nodes.Select(n => n.Code), .. result.Bonuses.Count > 0 ? [Bonus] : Array.Empty<string>()];
        var isZeroed = result.Vetoes.Any(v => VetoOf(v).Consequence == VetoConsequence.ScoreZero);
        var sum = Figures.Score(result.Sum, Figures.Rows(id, parts, Score));
        return
        [
            Sum(isZeroed ? "(sum)" : Total, text[isZeroed ? "SumBeforeVeto" : "Total"], sum),
            .. result.Vetoes.Select(v => Note(v, v, $"{VetoOf(v).Title}\n{text.Name(VetoOf(v).Consequence)}", RowKind.Group)),
            .. isZeroed ? [Sum(Total, text["Total"], Figures.Score(result.Total))] : Array.Empty<Row>(),
            .. template.Vetoes.Count > 0 && result.Vetoes.Count == 0 ? [Note("(veto)", text["Veto"], text["NoVeto"])] : Array.Empty<Row>(),
            .. template.Bands.FirstOrDefault(b => b.Grade == result.Grade) is { } band ? [Note("(grade)", text["Grade"], text.Format("GradeWithRange", band.Name, text.Range(band.From, above: null, band.To, band.Below)), RowKind.Total)] : Array.Empty<Row>(),
        ];
    }

    private Veto VetoOf(string code) => template.Vetoes.First(v => v.Code == code);

    private Row Sum(string row, string title, FigureCell score) => Line(row, string.Empty, title, template.Scale, score, string.Empty) with { Kind = RowKind.Total };

    private Row Note(string row, string label, string words, RowKind kind = RowKind.Note) =>
        new(row, [new TextCell(label), new TextCell(words) { Span = isMarked ? 5 : 4 }]) { Kind = kind };
}
