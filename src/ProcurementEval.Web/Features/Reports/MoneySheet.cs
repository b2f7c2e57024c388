using System.Globalization;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The money sheet of a contract (资金台账): instalments, deductions with their working, recovery claims, and the identity that they add up.</summary>
public static class MoneySheet
{
    public static Document Of(MoneySheetInput input, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = new ReportText(culture);
        var names = new SectionNames();
        var deductions = new MoneyDeductions(text, input);
        return new Document(text.Format("MoneySheet", input.Project.Title))
        {
            Sections =
            [
                new Section(names.Next(text["Instalments"]), [Facts(text, input), new MoneyInstalments(text, input.Contract).Build(), new MoneyBalance(text, input.Contract).Build()]),
                new Section(names.Next(text["Deductions"]), deductions.Blocks()),
                new Section(names.Next(text["Proceedings"]), [.. Provenance.Blocks(text, template: null, input.Contract.Plan, input.AuditAnchor)]),
            ],
            Footer = text.Format("MoneyFooter", input.Contract.Number, input.Contract.Plan.Id, input.Contract.Plan.Version),
            PageOf = text["PageOf"],
            CreatedAt = input.CreatedAt,
            Landscape = true,
        };
    }

    private static KeyValueList Facts(ReportText text, MoneySheetInput input) => new(
    [
        new(text["Project"], new TextCell(text.Format("NameWithCode", input.Project.Title, input.Project.Code))),
        new(text["ContractNumber"], new TextCell(input.Contract.Number)),
        new(text["ServicePeriod"], new TextCell(text.Period(input.Contract.Start, input.Contract.End))),
        new(text["Purchaser"], new TextCell(input.Purchaser.Name)),
        new(text["Agency"], new TextCell(input.Agency.Name)),
        .. input.Contract.ResultTotal is { } total ? [new KeyValue(text["CombinedTotal"], Figures.Score(total))] : Array.Empty<KeyValue>(),
        .. input.Contract.ResultGrade is { } grade ? [new KeyValue(text["Grade"], new TextCell(input.Bands.FirstOrDefault(b => b.Grade == grade)?.Name ?? grade))] : Array.Empty<KeyValue>(),
    ]);
}
