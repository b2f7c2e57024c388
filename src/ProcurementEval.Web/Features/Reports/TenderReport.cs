using System.Globalization;
using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The scoring report of a tender (评审报告): bids, ranking, and for each conforming bid every factor with its working.</summary>
public static class TenderReport
{
    public static Document Of(TenderReportInput input, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = new ReportText(culture);
        var names = new SectionNames();
        return new Document(text.Format("TenderReport", input.Project.Title))
        {
            Sections =
            [
                new Section(names.Next(text["Overview"]), new TenderOverview(text, input).Blocks()),
                .. input.Ranking.Select((bid, i) => Scores(text, input, names, bid, i)),
                new Section(names.Next(text["Proceedings"]), new TenderPanel(text, input).Blocks()),
            ],
            Footer = Provenance.Footer(text, input.Tender.Number, input.Tender.Template),
            PageOf = text["PageOf"],
            CreatedAt = input.CreatedAt,
            Landscape = true,
        };
    }

    public static string TableOf(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"bid-{ordinal + 1}");

    private static Section Scores(ReportText text, TenderReportInput input, SectionNames names, RankedBid bid, int ordinal)
    {
        var name = input.Suppliers[bid.Content.Supplier];
        return new Section(names.Next(name), [new Heading(2, name), new ScoreTable(text, input.Template, bid.Score, TableOf(ordinal), AssessorNames.Of(text, input)).Build()]) { NewPage = ordinal == 0 };
    }
}
