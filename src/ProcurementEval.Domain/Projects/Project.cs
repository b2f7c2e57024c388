using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Projects;

/// <summary>A purchase project (采购项目): what is bought, by whom, where, on which plan and budget (yuan a year); who reviews its money and who evaluates it.</summary>
public sealed class Project
{
    public Project(Guid id, string code, string title, string region, Guid purchaserId, Guid financeId, Guid evaluationBodyId, Money budget, FrozenText plan) =>
        (Id, Code, Title, Region, PurchaserId, FinanceId, EvaluationBodyId, Budget, Plan) = (id, code, title, region, purchaserId, financeId, evaluationBodyId, budget, plan);

    private Project()
    {
    }

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public string Code { get; private set; } = null!;

    public string Title { get; private set; } = null!;

    public string Region { get; private set; } = null!;

    public Guid PurchaserId { get; private set; }

    /// <summary>The finance bureau (财政部门) that reviews its payments.</summary>
    public Guid FinanceId { get; private set; }

    /// <summary>The third party (评估机构) that evaluates its contracts.</summary>
    public Guid EvaluationBodyId { get; private set; }

    public Money Budget { get; private set; }

    public FrozenText Plan { get; private set; } = null!;
}
