// Placeholder until the scoring branch is merged; removed by that merge.
namespace ProcurementEval.Domain.Scoring;

public static class Scorer
{
    public static ScoreResult Score(Templates.Template t, ScoreInput i) => throw new NotSupportedException(t.Id + i.Combination);
}
