using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>One contract as lists and their file show it.</summary>
public sealed record ContractRow(Guid Id, string Number, string Title, string Region, string Agency, PurchaseMethod Method, ContractStage Stage, Money Sum, DateOnly Start, DateOnly End)
{
    public Money Paid { get; init; }

    public Money Unpaid { get; init; }

    /// <summary>A payment, a reply or an answer is overdue.</summary>
    public bool Late { get; init; }
}

/// <summary>What the filtered contracts come to.</summary>
public sealed record ContractTotals(int Count, Money Sum, Money Paid, Money Unpaid)
{
    /// <summary>What was taken away, less what the agencies are to pay back: the sum is paid, unpaid or deducted.</summary>
    public Money Deducted => Sum - Paid - Unpaid;
}
