using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Tenders;

/// <summary>The methods of purchase (采购方式).</summary>
public enum PurchaseMethod
{
    OpenTender,
    InvitedTender,
    Negotiation,
    Consultation,
    SingleSource,
}

/// <summary>What the contract sum is: the winner's quote, the fixed budget, or a discount rate × budget.</summary>
public enum ContractSum
{
    Quote,
    Budget,
    Rate,
}

/// <summary>How equal totals are told apart, in order (87号令 第五十七条): lower price, then joint rank, decided by a recorded lot.</summary>
public enum TieBreak
{
    LowerPrice,
    Lot,
}

/// <summary>How a tender of this plan is scored and decided.</summary>
public sealed record TenderRules(PurchaseMethod Method, TemplateReference Template, ContractSum Sum)
{
    public required PanelRule Panel { get; init; }

    public required IReadOnlyList<TieBreak> Ties { get; init; }

    /// <summary>Promised hours: a bid below is invalid.</summary>
    public decimal? MinimumHours { get; init; }

    /// <summary>Promised hours: a bid above is invalid.</summary>
    public decimal? MaximumHours { get; init; }

    public Combination Combination { get; init; } = Combination.Mean;

    /// <summary>The most that may be quoted: the budget, or 1.00 where the quote is a rate of it.</summary>
    public Money CeilingOf(Money budget) => Sum == ContractSum.Rate ? Money.FromYuan(1m) : budget;

    /// <summary>The contract sum in yuan for the winner's quote; a rate of the budget is rounded once to the cent.</summary>
    public Money SumOf(Money quote, Money budget) => Sum switch
    {
        ContractSum.Quote => quote,
        ContractSum.Rate => Money.RoundedFromYuan(quote.Yuan * budget.Yuan),
        _ => budget,
    };
}

/// <summary>Members of the panel (评审委员会) and how many of them are outside experts.</summary>
public sealed record PanelRule(int Members, int Experts);
