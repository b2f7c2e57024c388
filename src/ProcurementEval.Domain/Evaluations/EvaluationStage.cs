namespace ProcurementEval.Domain.Evaluations;

/// <summary>The stages of an evaluation (评估).</summary>
public enum EvaluationStage
{
    Planned,
    Open,
    Consolidated,
    Published,
    Fixed,
}

/// <summary>What moves an evaluation.</summary>
public enum EvaluationTrigger
{
    Open,
    Consolidate,
    Publish,
    Fix,
    Reopen,
}
