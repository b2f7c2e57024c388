using System.Globalization;
using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using Term = ProcurementEval.Documents.Model.Term;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Every deduction with its working and where it was taken from, the recovery claims, and interest on late payments.</summary>
internal sealed class MoneyDeductions(ReportText text, MoneySheetInput input)
{
    public const string Id = "deductions";
    public const string Withheld = "withheld";
    public const string Claims = "claims";
    public const string Amount = "amount";
    private readonly WorkingText working = new(text);

    /// <summary>The deductions of an instalment with the row each of them has.</summary>
    public static IEnumerable<(string Row, Deduction Deduction)> Of(Instalment instalment) =>
        (instalment.Settlement?.Deductions ?? []).Select((d, n) => (string.Create(CultureInfo.InvariantCulture, $"{instalment.Ordinal}.{n + 1}"), d));

    public IReadOnlyList<Block> Blocks() =>
    [
        input.Contract.Instalments.Any(i => Of(i).Any()) ? Deductions() : new Paragraph(text["NoDeductions"]),
        input.Contract.Recoveries.Count > 0 ? Recoveries() : new Paragraph(text["NoRecoveries"]),
        .. Late().Any() ? [Interest()] : Array.Empty<Block>(),
    ];

    private IEnumerable<(Instalment Instalment, string Row, Deduction Deduction)> All => input.Contract.Instalments.SelectMany(i => Of(i).Select(d => (i, d.Row, d.Deduction)));

    private Table Deductions() => new(Id,
        [
            new("instalment", text["InstalmentName"], 12), new("reason", text["Reason"], 12),
            new(Amount, text["Amount"], 14, Align.Right), new(Withheld, text["Withheld"], 14, Align.Right),
            new("carried", text["Carried"], 14, Align.Right), new("claimed", text["Claimed"], 14, Align.Right), new("working", text["Working"], 44),
        ],
        [.. All.Select(d => new Row(d.Row,
        [
            new TextCell(d.Instalment.Rule.Name),
            new TextCell(text.NameOr("Deduction", d.Deduction.Reason)),
            Figures.Sum(d.Deduction.Amount, new Formula([new Term(Id, d.Row, Withheld), new Term(Id, d.Row, "carried"), new Term(Id, d.Row, "claimed")])),
            Figures.Sum(d.Deduction.Withheld),
            Figures.Sum(d.Deduction.Carried),
            Figures.Sum(d.Deduction.Claimed),
            new TextCell(working.Of(d.Deduction.Working)),
        ]))])
    {
        Title = text["DeductionsWithWorking"],
    };

    private Table Recoveries()
    {
        var claimed = All.Where(d => d.Deduction.Claimed.IsPositive).ToArray();
        var total = new Row("(total)", [new TextCell(text["TotalMoney"]) { Span = 2 }, Figures.Sum(claimed.Sum(c => c.Deduction.Claimed), Figures.Rows(Claims, claimed.Select(c => c.Row), Amount))]) { Kind = RowKind.Total };
        return new Table(Claims,
            [new("instalment", text["InstalmentName"], 20), new("reason", text["Reason"], 30), new(Amount, text["Amount"], 20, Align.Right)],
            [
                .. claimed.Select(c => new Row(c.Row,
                [
                    new TextCell(c.Instalment.Rule.Name),
                    new TextCell(text.NameOr("Deduction", c.Deduction.Reason)),
                    Figures.Sum(c.Deduction.Claimed, Figures.Same(Id, c.Row, "claimed")),
                ])),
                total,
            ])
        {
            Title = text["Recoveries"],
        };
    }

    private IEnumerable<(Instalment Instalment, LateInterest Interest)> Late() => input.Contract.Instalments
        .Where(i => input.Interest.TryGetValue(i.Ordinal, out var interest) && interest.Amount.IsPositive).Select(i => (i, input.Interest[i.Ordinal]));

    private Table Interest() => new("interest",
        [new("instalment", text["InstalmentName"], 20), new("days", text["DaysLate"], 10, Align.Right), new(Amount, text["Amount"], 16, Align.Right), new("working", text["Working"], 40)],
        [.. Late().Select(l => new Row(MoneyInstalments.RowOf(l.Instalment),
        [
            new TextCell(l.Instalment.Rule.Name), Figures.Count(l.Interest.Days), Figures.Sum(l.Interest.Amount), new TextCell(working.Of(l.Interest.Working)),
        ]))])
    {
        Title = text["LateInterest"],
    };
}
