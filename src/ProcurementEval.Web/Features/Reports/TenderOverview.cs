using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The first pages of a tender's scoring report: key facts, the bids as they were opened, and the ranking.</summary>
internal sealed class TenderOverview(ReportText text, TenderReportInput input)
{
    private const string Id = "ranking";
    private const int MostNamed = 6;

    // More names than that do not fit above their columns.
    private bool HasNames => input.Template.Indicators.Count <= MostNamed;

    public IReadOnlyList<Block> Blocks() => [new KeyValueList([.. Facts()]), Bids(), Ranking(), .. Ties()];

    private IEnumerable<KeyValue> Facts()
    {
        yield return new(text["Project"], new TextCell(text.Format("NameWithCode", input.Project.Title, input.Project.Code)));
        yield return new(text["TenderNumber"], new TextCell(input.Tender.Number));
        yield return new(text["Purchaser"], new TextCell(input.Purchaser.Name));
        yield return new(text["Method"], new TextCell(text.Name(input.Tender.Method)));
        yield return new(text["Budget"], new TextCell(text.Sum(input.Project.Budget)));
        yield return new(text["Template"], new TextCell(text.Format("TemplateName", input.Template.Title, input.Template.Id, input.Template.Version)));
        yield return new(text["AssessorsCombine"], new TextCell(text.Name(input.Rules.Combination)));
        foreach (var (key, day) in Days())
        {
            yield return new(text[key], new TextCell(text.Date(day)));
        }

        if (input.Ranking.SingleOrDefault(b => b.Id == input.Tender.WinnerId) is { } winner)
        {
            yield return new(text["Winner"], new TextCell(input.Suppliers[winner.Content.Supplier]));
        }
    }

    private IEnumerable<(string Key, DateOnly Day)> Days()
    {
        (string Key, DateOnly? Day)[] days =
        [
            ("TenderPublished", input.Tender.PublishedAt is { } published ? ChinaTime.DateOf(published) : null),
            ("Deadline", input.Tender.Deadline is { } deadline ? ChinaTime.DateOf(deadline) : null),
            ("ScoredOn", input.ScoredOn),
            ("AwardedOn", input.AwardedOn),
        ];
        return days.Where(d => d.Day is not null).Select(d => (d.Key, d.Day!.Value));
    }

    private Table Bids()
    {
        var opened = input.Tender.StandingBids.Where(b => b.Content is not null).OrderBy(b => b.Content!.Supplier, StringComparer.Ordinal).ToArray();
        var hasHours = opened.Any(b => b.Content!.Hours is not null);
        return new Table("bids",
            [
                new("supplier", text["Supplier"], 34),
                new("quote", text["Quote"], 16, Align.Right),
                .. hasHours ? [new Column("hours", text["Hours"], 12, Align.Right)] : Array.Empty<Column>(),
                new("valid", text["Validity"], 10, Align.Center),
                new("reason", text["Reason"], 30),
            ],
            [.. opened.Select(b => new Row(b.Content!.Supplier,
            [
                new TextCell(input.Suppliers[b.Content.Supplier]),
                Figures.Sum(b.Content.Quote),
                .. hasHours ? [b.Content.Hours is { } hours ? Figures.Count(hours) : new TextCell(string.Empty)] : Array.Empty<Cell>(),
                new TextCell(text[b.IsConforming ? "Valid" : "Invalid"]),
                new TextCell(b.InvalidReason is { } reason ? text.NameOr("Invalid", reason) : string.Empty),
            ]))])
        {
            Title = text["Bids"],
        };
    }

    private Table Ranking()
    {
        string[] factors = [.. input.Template.Indicators.Select(i => i.Code)];
        var width = HasNames ? 12 : 6.5;
        return new Table(Id,
            [
                new("rank", text["Rank"], 6, Align.Center),
                new("supplier", text["Supplier"], 26),
                new("quote", text["Quote"], 15, Align.Right),
                .. input.Template.Indicators.Select(i => new Column(i.Code, HasNames ? text.Format("HeadWithMax", i.Code, i.Title, ReportText.Figure(i.Max)) : i.Code, width, Align.Right)),
                new(ScoreTable.Total, text["Total"], 8, Align.Right),
            ],
            [.. input.Ranking.Select((bid, i) => Row(bid, i, factors))])
        {
            Title = text["Ranking"],
        };
    }

    private Row Row(RankedBid bid, int ordinal, IReadOnlyList<string> factors)
    {
        var row = bid.Content.Supplier;
        var table = TenderReport.TableOf(ordinal);
        return new Row(row,
        [
            Figures.Count(bid.Rank),
            new TextCell(input.Suppliers[row]),
            Figures.Sum(bid.Content.Quote),
            .. bid.Score.Nodes.Select(n => Figures.Score(n.Score, Figures.Same(table, n.Code, ScoreTable.Score))),
            Figures.Score(bid.Score.Total, new Formula([.. factors.Select(f => new Documents.Model.Term(Id, row, f))])),
        ]);
    }

    private IEnumerable<Block> Ties()
    {
        var tied = input.Ranking.GroupBy(b => b.Score.Total).Where(g => g.Count() > 1).ToArray();
        string[] notes =
        [
            text.Format("TieRules", string.Join(text["ListJoin"], input.Rules.Ties.Select(t => text.Name(t)))),
            .. tied.Length == 0 && input.Lot.Count == 0 ? [text["NoTie"]] : Array.Empty<string>(),
            .. HasNames ? Array.Empty<string>() : [text["FactorNames"]],
        ];
        yield return new Paragraph(string.Join(text["SentenceJoin"], notes), TextTone.Small);
        foreach (var group in tied)
        {
            yield return new Paragraph(text.Format("Tied", string.Join(text["ListJoin"], group.Select(b => input.Suppliers[b.Content.Supplier]))));
        }

        if (input.Lot.Count > 0)
        {
            yield return new Paragraph(text.Format("LotDrawn", string.Join(text["ListJoin"], input.Lot.Select(s => input.Suppliers[s]))));
        }    }
}
