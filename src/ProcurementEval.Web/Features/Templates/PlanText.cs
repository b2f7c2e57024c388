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
        EvaluationFinal { Grades: { } grades } c => SiteText.Of("Plan.EvaluatedWith", SiteText.NameOr("EvaluationKind", c.Evaluation), Grades(grades, plan)),
        EvaluationFinal c => SiteText.Of("Plan.Evaluated", SiteText.NameOr("EvaluationKind", c.Evaluation)),
        _ => SiteText.Of("Plan.Accepted"),
    };

    public static string Of(Adjustment adjustment, Plan plan) => adjustment switch
    {
        ScoreFormula a => SiteText.Of("Plan.ScoreFormula", RuleText.Figure(a.Full), Grades(a.PaidInFull, plan)),
        GradePayment a => SiteText.Of("Plan.GradePayment", Show.List(a.Pays.Select(p => $"{TemplateNames.Grade(p.Grade, plan.Bands)} {Show.Percent(p.Share.Fraction)}"))),
        Vacancy a => SiteText.Of("Plan.Vacancy", Show.Money(a.PostPrice.Yuan), a.DaysInYear),
        _ => SiteText.Of("Plan.AcceptedUnits"),
    };

    private static string Grades(IEnumerable<string> grades, Plan plan) => Show.List(grades.Select(g => TemplateNames.Grade(g, plan.Bands)));
}
