using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using Term = ProcurementEval.Documents.Model.Term;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>Where the contract's money is: contract = paid + unpaid + deducted − claimed, with the difference worked out beside it.</summary>
internal sealed class MoneyBalance(ReportText text, Contract contract)
{
    private const string Id = "balance";
    private const string Amount = "amount";

    public Table Build()
    {
        var balance = contract.Balance;
        var difference = balance.Contract - balance.Paid - balance.Unpaid - balance.Deducted + balance.Claimed;
        return new Table(Id, [new("item", text["Item"], 40), new(Amount, text["Amount"], 20, Align.Right)],
            [
                Line("contract", "ContractSum", balance.Contract, formula: null),
                Line("paid", "Paid", balance.Paid, Figures.Same(MoneyInstalments.Id, MoneyInstalments.Total, MoneyInstalments.Paid)),
                Line("unpaid", "Unpaid", balance.Unpaid, Unpaid()),
                Line("deducted", "Deducted", balance.Deducted, Deducted()),
                Line("claimed", "Claimed", balance.Claimed, Claimed()),
                Line("difference", "Difference", difference, new Formula([Of("contract"), Of("paid", -1m), Of("unpaid", -1m), Of("deducted", -1m), Of("claimed")])) with { Kind = RowKind.Total },
            ])
        {
            Title = text["Balance"],
        };
    }

    private Row Line(string row, string key, Money amount, Formula? formula) => new(row, [new TextCell(text[key]), Figures.Sum(amount, formula)]);

    private static Term Of(string row, decimal coefficient = 1m) => new(Id, row, Amount, coefficient);

    private Formula? Unpaid() => contract.Instalments.Where(i => i.Stage != InstalmentStage.Paid).Select(MoneyInstalments.RowOf).ToArray() is { Length: > 0 } open
        ? Figures.Rows(MoneyInstalments.Id, open, MoneyInstalments.Payable)
        : null;

    private Formula? Deducted() => MoneyInstalments.ReasonsOf(contract) is { Length: > 0 } reasons
        ? new Formula([.. reasons.Select(r => new Term(MoneyInstalments.Id, MoneyInstalments.Total, r)), Of("claimed")])
        : null;

    private Formula? Claimed() => contract.Recoveries.Count > 0 ? Figures.Same(MoneyDeductions.Claims, "(total)", MoneyDeductions.Amount) : null;
}
