using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using Term = ProcurementEval.Documents.Model.Term;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The table of instalments: planned, withheld by reason, payable, paid, with totals.</summary>
internal sealed class MoneyInstalments(ReportText text, Contract contract)
{
    public const string Id = "instalments";
    public const string Planned = "planned";
    public const string Payable = "payable";
    public const string Paid = "paid";
    public const string Total = "(total)";
    private readonly string[] reasons = ReasonsOf(contract);

    /// <summary>Reasons of all deductions, in the order of the instalments.</summary>
    public static string[] ReasonsOf(Contract contract) => [.. contract.Instalments.SelectMany(i => i.Settlement?.Deductions ?? []).Select(d => d.Reason).Distinct()];

    public static string RowOf(Instalment instalment) => ReportText.Figure(instalment.Ordinal);

    public Table Build() => new(Id, Columns(), [.. contract.Instalments.Select(Row), TotalRow()]) { Title = text["Instalments"] };

    private Column[] Columns() =>
    [
        new("ordinal", text["Ordinal"], 5, Align.Center),
        new("name", text["InstalmentName"], 12),
        new("share", text["Share"], 9, Align.Right),
        new(Planned, text["Planned"], 15, Align.Right),
        .. reasons.Select(r => new Column(r, text.Format("WithheldBy", text.NameOr("Deduction", r)), 14, Align.Right)),
        new(Payable, text["Payable"], 15, Align.Right),
        new(Paid, text["Paid"], 15, Align.Right),
        new("due", text["DueOn"], 11, Align.Center),
        new("paidOn", text["PaidOn"], 11, Align.Center),
        new("state", text["State"], 9, Align.Center),
    ];

    private Row Row(Instalment instalment)
    {
        var row = RowOf(instalment);
        return new Row(row,
        [
            Figures.Count(instalment.Ordinal),
            new TextCell(instalment.Rule.Name),
            new FigureCell(instalment.Rule.Share.Percent, FigureFormat.Percent),
            Figures.Sum(instalment.Planned),
            .. reasons.Select(r => Withheld(instalment, r)),
            Figures.Sum(instalment.Payable, new Formula([new(Id, row, Planned), .. reasons.Select(r => new Term(Id, row, r, -1m))])),
            Figures.Sum(instalment.Paid),
            Day(instalment.DueOn),
            Day(instalment.PaidOn),
            new TextCell(text.Name(instalment.Stage)),
        ]);
    }

    // The deductions of one reason are listed in their own table; this cell adds them up.
    private static FigureCell Withheld(Instalment instalment, string reason)
    {
        string[] rows = [.. MoneyDeductions.Of(instalment).Where(d => d.Deduction.Reason == reason).Select(d => d.Row)];
        var withheld = (instalment.Settlement?.Deductions ?? []).Where(d => d.Reason == reason).Sum(d => d.Withheld);
        return Figures.Sum(withheld, rows.Length == 0 ? null : Figures.Rows(MoneyDeductions.Id, rows, MoneyDeductions.Withheld));
    }

    private Row TotalRow() => new(Total,
    [
        new TextCell(text["TotalMoney"]) { Span = 2 },
        new FigureCell(contract.Instalments.Sum(i => i.Rule.Share.Percent), FigureFormat.Percent) { Formula = All("share") },
        Figures.Sum(contract.Instalments.Sum(i => i.Planned), All(Planned)),
        .. reasons.Select(r => Figures.Sum(contract.Instalments.Sum(i => (i.Settlement?.Deductions ?? []).Where(d => d.Reason == r).Sum(d => d.Withheld)), All(r))),
        Figures.Sum(contract.Instalments.Sum(i => i.Payable), All(Payable)),
        Figures.Sum(contract.Instalments.Sum(i => i.Paid), All(Paid)),
        new TextCell(string.Empty) { Span = 3 },
    ])
    { Kind = RowKind.Total };

    private Formula All(string column) => Figures.Rows(Id, contract.Instalments.Select(RowOf), column);

    private static Cell Day(DateOnly? day) => day is { } known ? new DateCell(known) : new TextCell(string.Empty);
}
