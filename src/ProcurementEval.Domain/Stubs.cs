// Placeholders until the scoring and money branches are merged; removed by that merge.
namespace ProcurementEval.Domain.Scoring
{
    public static class Scorer { public static ScoreResult Score(Templates.Template t, ScoreInput i) => throw new NotSupportedException(t.Id + i.Combination); }
}

namespace ProcurementEval.Domain.Funding
{
    public static class InstalmentSplit { public static IReadOnlyList<Measures.Money> Split(Measures.Money sum, IReadOnlyList<Measures.Share> shares) => throw new NotSupportedException(sum.ToString() + shares.Count); }
    public static class PaymentClock { public static DateOnly DueOn(DateOnly met, DateOnly invoice, Measures.Term term, Calendars.WorkCalendar calendar) => throw new NotSupportedException($"{met}{invoice}{term}{calendar}"); }
}

namespace ProcurementEval.Domain.Calendars
{
    public sealed record WorkCalendar;
}
