using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>A contract that may be brought in: its row, what it is, and what was found for it.</summary>
internal sealed record ImportedLine(ContractLine Line, RunningContract Running, ImportFound Found)
{
    public Money Paid => Running.Instalments.Sum(i => i.Paid);

    public Money Deducted => Running.Instalments.Sum(i => i.Deducted);

    public Money Unpaid => Line.Sum - Paid - Deducted;
}

/// <summary>The plan and templates of a row, and the ids of its parties.</summary>
internal sealed record ImportFound(ImportBasis Basis, Guid AgencyId, Guid FinanceId, Guid EvaluationBodyId);
