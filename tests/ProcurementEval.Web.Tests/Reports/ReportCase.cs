using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Features.Reports;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Reports;

/// <summary>One contract with evaluations made by the verbs; every leaf has its full mark unless a test says otherwise. All of it invented.</summary>
internal sealed class ReportCase(string template, int version = 1)
{
    public static readonly DateTimeOffset At = new(2025, 9, 1, 2, 0, 0, TimeSpan.Zero);
    public static readonly Actor By = Actor.Person("officer");
    private static int ids;

    public static Catalogue Catalogue { get; } = new(Path.Combine(Root, "evaluation-templates"));

    public static string Root
    {
        get
        {
            var up = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(up, "ProcurementEval.sln")))
            {
                up = Path.GetDirectoryName(up)!;
            }

            return up;
        }
    }

    public Loaded<Template> Template { get; } = Catalogue.Template(new TemplateReference(template, version));

    public Loaded<Plan> Plan { get; } = Catalogue.Plan(new TemplateReference("xinhu-2024", 1));

    public Combination Combination { get; init; } = Combination.Mean;

    public SubjectCombination Combine { get; init; } = SubjectCombination.Mean;

    public (string Id, string Rater)[] Assessors { get; init; } = [("third-1", "third-party"), ("third-2", "third-party"), ("third-3", "third-party")];

    public static Guid NewId() => new(Interlocked.Increment(ref ids), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static Party Party(string name, PartyKind kind) => new(NewId(), name, name, kind);

    public static Project Project(Loaded<Plan> plan) => new(NewId(), "P-2024-01", "三个中心社工服务（自拟）", "自拟区", NewId(), NewId(), NewId(), plan.Value.Budget, plan.Freeze(plan.Value.Id, plan.Value.Version));

    public EvaluatedSubject Subject(string code, string name, Dictionary<string, Fact>? facts = null, Dictionary<string, decimal[]>? points = null, Action<Evaluation>? first = null, params string[] vetoes)
    {
        var t = Template.Value;
        var inputs = RuleInput.Of(t);
        var all = inputs.Where(i => i.Rule.SuppliedBy == Supplier.Fact).ToDictionary(i => i.Key, i => facts?.GetValueOrDefault(i.Key) ?? FullMarks.Fact(i));
        var evaluation = new Evaluation(NewId(), NewId(), "final", code, Template.Freeze(t.Id, t.Version), quorum: 1);
        foreach (var (id, rater) in Assessors)
        {
            evaluation.Assign(id, rater, isExpert: true);
        }

        evaluation.Open(At, By);
        foreach (var (id, _) in Assessors)
        {
            evaluation.AnswerRecusal(id, RecusalGround.None, NewId(), At);
        }

        if (first is not null)
        {
            evaluation.SetFacts(all, vetoes);
            first(evaluation);
        }

        evaluation.SetFacts(all, vetoes);
        foreach (var (sheet, n) in evaluation.Sheets.Select((s, n) => (s, n)))
        {
            Fill(sheet, FullMarks.Judged(t, sheet.Rater), points, n, evaluation.FactsRevision);
        }

        var result = evaluation.Consolidate(t, Combination, At, By);
        evaluation.Publish(new DateOnly(2025, 9, 12), At, By);
        return new EvaluatedSubject(evaluation, name, result, new DateOnly(2025, 8, 20), new DateOnly(2025, 9, 3));
    }

    public EvaluationReportInput Input(params EvaluatedSubject[] subjects)
    {
        var plan = Plan.Value;
        var rule = new EvaluationRule("final", new TemplateReference(Template.Value.Id, Template.Value.Version), SubjectKind.Site) { Share = Share.Whole, Assessors = Combination, Combine = Combine };
        var bands = Template.Value.Bands;
        return new EvaluationReportInput
        {
            Project = Project(Plan),
            Contract = Contract.Draft(new ContractTerms("HT-2024-01", NewId(), NewId(), NewId(), Money.FromYuan(2445000m), new DateOnly(2024, 10, 1), new DateOnly(2025, 9, 30), 1), plan, Plan.Freeze(plan.Id, plan.Version), NewId),
            Purchaser = Party("自拟街道办事处", PartyKind.Purchaser),
            Agency = Party("自拟社工中心", PartyKind.Agency),
            EvaluationBody = Party("自拟评估机构", PartyKind.EvaluationBody),
            Rule = rule,
            Template = Template.Value,
            Bands = bands,
            Subjects = subjects,
            Combined = Combining.Subjects([.. subjects.Select(s => new ResultPart(s.Result.Total, s.Result.Vetoes))], Combine, bands),
            CreatedAt = At,
        };
    }

    public static void Fill(Sheet sheet, IEnumerable<RuleInput> judged, Dictionary<string, decimal[]>? points, int n, int revision, DateTimeOffset? at = null)
    {
        RuleInput[] items = [.. judged];
        foreach (var item in items)
        {
            sheet.Enter(item.Key, new Judgement(points?.GetValueOrDefault(item.Key)?[n] ?? FullMarks.Points(item), "自拟"), 0, at ?? At);
        }

        sheet.ConfirmFacts(revision);
        sheet.Sign(items.Select(i => i.Key), revision, at ?? At);
    }
}
