using ProcurementEval.Documents.Model;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>One subject of an evaluation: the days and facts of its round, its parts as bars, its scores with their working.</summary>
internal sealed class SubjectSection(ReportText text, EvaluationReportInput input, EvaluatedSubject subject, string table)
{
    private readonly AssessorNames names = AssessorNames.Of(text, input);

    public static string TableOf(int ordinal) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"scores-{ordinal + 1}");

    public IReadOnlyList<Block> Blocks() =>
    [
        new Heading(2, subject.Name),
        new KeyValueList([.. Facts()]),
        .. subject.Evaluation.IsImported ? [new Paragraph(text["Imported"])] : Scores(),
    ];

    private IEnumerable<Block> Scores() =>
    [
        new BarChart(text["PartsOfSubject"], [.. subject.Result.Nodes.Select(n => new Bar($"{n.Code} {n.Title}", n.Score, n.Max))]),
        new ScoreTable(text, input.Template, subject.Result, table, names).Build(),
        .. Disputes(),
    ];

    private IEnumerable<KeyValue> Facts()
    {
        if (subject.OpenedOn is { } opened)
        {
            yield return new(text["OpenedOn"], new TextCell(text.Date(opened)));
        }

        if (subject.PublishedOn is { } published)
        {
            yield return new(text["PublishedOn"], new TextCell(text.Date(published)));
        }

        if (subject.Evaluation.ObjectionsUntil is { } until)
        {
            yield return new(text["ObjectionsUntil"], new TextCell(text.Date(until)));
        }

        yield return new(text["FactsRevision"], Figures.Count(subject.Evaluation.FactsRevision));
    }

    private IEnumerable<Block> Disputes()
    {
        var rows = subject.Evaluation.Sheets.SelectMany(s => s.Disputes.Select(d => (s.Assessor, Dispute: d))).OrderBy(d => d.Dispute.At).ThenBy(d => d.Assessor, StringComparer.Ordinal).ToArray();
        return rows.Length == 0 ? [] :
        [
            new Table($"{table}-disputes",
                [new("assessor", text["Assessor"], 20), new("item", text["Indicator"], 30), new("own", text["OwnCount"], 15, Align.Right), new("revision", text["FactsRevision"], 15, Align.Right)],
                [.. rows.Select((r, i) => new Row(ReportText.Figure(i + 1), [new TextCell(names.Named(r.Assessor)), new TextCell(NameOf(r.Dispute.Item)), Figures.Count(r.Dispute.OwnCount), Figures.Count(r.Dispute.Revision)]))])
            {
                Title = text["Disputes"],
            },
        ];
    }

    // A part of an indicator is disputed under the indicator's own name.
    private string NameOf(string item) =>
        subject.Result.AllNodes().FirstOrDefault(n => n.Code == item.Split('/')[0]) is { } node ? $"{node.Code} {node.Title}" : item;
}
