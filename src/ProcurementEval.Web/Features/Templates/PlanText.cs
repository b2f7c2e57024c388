using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>What a plan says of an instalment, in the reader's language.</summary>
internal static class PlanText
{
    public static string Of(Term term) => SiteText.Of($"Counting.{term.Counting}", term.Length);

    public static string Of(ReleaseCondition condition, Plan plan) => condition switch
    {
        DateReached c => SiteText.Of("Plan.From", Show.Date(c.Date)),
        StageReached c => SiteText.Of("Plan.Stage", SiteText.Name(c.Stage)),
        EvaluationFinal { Grades: { } grades } c => SiteText.Of("Plan.EvaluatedWith", SiteText.NameOr("EvaluationKind", c.Evaluation), string.Join("、", grades.Select(g => Grade(g, plan)))),
        EvaluationFinal c => SiteText.Of("Plan.Evaluated", SiteText.NameOr("EvaluationKind", c.Evaluation)),
        _ => SiteText.Of("Plan.Accepted"),
    };

    public static string Of(Adjustment adjustment, Plan plan) => adjustment switch
    {
        ScoreFormula a => SiteText.Of("Plan.ScoreFormula", RuleText.Figure(a.Full), string.Join("、", a.PaidInFull.Select(g => Grade(g, plan)))),
        GradePayment a => SiteText.Of("Plan.GradePayment", string.Join("、", a.Pays.Select(p => $"{Grade(p.Grade, plan)} {Show.Percent(p.Share.Fraction)}"))),
        Vacancy a => SiteText.Of("Plan.Vacancy", Show.Money(a.PostPrice.Yuan), a.DaysInYear),
        _ => SiteText.Of("Plan.AcceptedUnits"),
    };

    private static string Grade(string code, Plan plan) => plan.Bands.FirstOrDefault(b => b.Grade == code)?.Name ?? code;
}
