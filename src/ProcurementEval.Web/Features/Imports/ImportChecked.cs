using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>An import workbook after all checks: either what is wrong, all at once, or the contracts that it brings.</summary>
internal sealed record ImportChecked(IReadOnlyList<ImportFault> Faults, IReadOnlyList<ImportedLine> Lines)
{
    public bool IsSound => Faults.Count == 0 && Lines.Count > 0;

    public Money Sum => Lines.Sum(l => l.Line.Sum);

    public Money Paid => Lines.Sum(l => l.Paid);

    public Money Deducted => Lines.Sum(l => l.Deducted);

    public Money Unpaid => Lines.Sum(l => l.Unpaid);

    public int Evaluations => Lines.Sum(l => l.Running.Evaluations.Count);
}
