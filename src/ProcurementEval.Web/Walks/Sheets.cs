using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Web.Walks;

/// <summary>Fills a score sheet as its assessor does: every judgement, then the shared facts confirmed, then the signature.</summary>
internal static class Sheets
{
    public static void Fill(Sheet sheet, Assessor assessor, int factsRevision, WalkClock time)
    {
        Enter(sheet, assessor, time);
        Sign(sheet, assessor, factsRevision, time);
    }

    public static void Enter(Sheet sheet, Assessor assessor, WalkClock time)
    {
        foreach (var (item, judgement) in assessor.Judgements)
        {
            sheet.Enter(item, judgement, sheet.SequenceOf(item), time.Tick());
        }
    }

    public static void Sign(Sheet sheet, Assessor assessor, int factsRevision, WalkClock time)
    {
        sheet.ConfirmFacts(factsRevision);
        sheet.Sign(assessor.Judgements.Keys, factsRevision, time.Tick());
    }
}
