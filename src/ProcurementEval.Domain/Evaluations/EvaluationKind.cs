namespace ProcurementEval.Domain.Evaluations;

/// <summary>The plan's word for one of its evaluations ("mid-term", "final"), where a sentence names it.</summary>
public sealed record EvaluationKind(string Kind)
{
    public override string ToString() => Kind;
}
