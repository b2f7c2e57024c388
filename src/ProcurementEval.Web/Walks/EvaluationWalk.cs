using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Walks;

/// <summary>One evaluation of the plan, all its subjects: opened, facts set, disputes settled, sheets signed, consolidated, published, objected to, fixed; its findings replied to and verified.</summary>
internal sealed class EvaluationWalk(WalkState walk, CaseEvaluation rated, EvaluationRule rule, CaseRecords records)
{
    private readonly List<Finding> findings = [];
    private readonly List<Objection> objections = [];
    private readonly List<WalkedSubject> subjects = [];

    public EvaluationRule Rule => rule;

    public CaseEvaluation Case => rated;

    public IReadOnlyList<Finding> Findings => findings;

    public IReadOnlyList<Objection> Objections => objections;

    public IReadOnlyList<WalkedSubject> Subjects => subjects;

    public EvaluationResults Results => new([.. subjects.Select(s => new ResultPart(s.Result.Total, s.Result.Vetoes))], rule.Combine, rule.Share);

    public void Put(Agenda agenda)
    {
        agenda.On(rated.Opened, new("EvaluationOpened", rule.Kind), OpenAsync);
        agenda.On(rated.Signed, new("EvaluationConsolidated", rule.Kind), SignAsync);
        agenda.On(rated.Published, new("EvaluationPublished", rule.Kind), PublishAsync);
        foreach (var objection in rated.Objections)
        {
            agenda.On(objection.Filed, null, () => FileAsync(objection));
            agenda.On(objection.Answered, null, () => AnswerAsync(objection));
        }

        foreach (var (index, finding) in rated.Findings.Index())
        {
            agenda.On(finding.Replied, null, () => ReplyAsync(index));
            agenda.On(finding.Verified, null, () => VerifyAsync(index));
        }

        agenda.On(rated.Fixed, new("EvaluationFixed", rule.Kind), FixAsync);
    }

    private async Task OpenAsync()
    {
        foreach (var subject in rated.Subjects)
        {
            var walked = new WalkedSubject(subject, new SubjectInput(walk.Case, rated, subject, rule, records),
                new Evaluation(walk.Ids.NewId(), walk.Contract.Id, rule.Kind, subject.Code, walk.Case.Frozen(rule.Template), rule.Quorum));
            subjects.Add(walked);
            walk.Contract.Plans(walked.Evaluation);
            walk.Db.Add(walked.Evaluation);
            rated.Assessors.ToList().ForEach(a => walked.Evaluation.Assign(a.Id, a.Rater, a.Expert));
            walked.Evaluation.Open(walk.Time.Tick(), walk.EvaluationBody);
            await walk.SaveAsync(walk.EvaluationBody);
            foreach (var assessor in rated.Assessors.Where(a => walk.HasCome(a.Id, rated.Signed)))
            {
                walked.Evaluation.AnswerRecusal(assessor.Id, RecusalGround.None, walk.Ids.NewId(), walk.Time.Tick());
                await walk.SaveAsync(Actor.Person(assessor.Id));
            }

            walked.Evaluation.SetFacts(walked.Input.FirstFacts(), walked.Input.Vetoes());
            await walk.SaveAsync(walk.EvaluationBody);
            await ScoreAsync(walked);
        }
    }

    private async Task ScoreAsync(WalkedSubject walked)
    {
        foreach (var sheet in walked.Evaluation.Sheets)
        {
            Sheets.Enter(sheet, walked.Input.Assessors.Single(a => a.Id == sheet.Assessor), walk.Time);
            foreach (var dispute in walked.Case.Disputes.Where(d => d.Assessor == sheet.Assessor))
            {
                sheet.Dispute(dispute.Item, dispute.OwnCount, walked.Evaluation.FactsRevision, walk.Time.Tick());
            }

            await walk.SaveAsync(Actor.Person(sheet.Assessor));
        }
    }

    private async Task SignAsync()
    {
        foreach (var walked in subjects)
        {
            if (walked.Case.Disputes.Count > 0)
            {
                walked.Evaluation.SetFacts(walked.Input.Facts, walked.Input.Vetoes());
                await walk.SaveAsync(walk.EvaluationBody);
            }

            foreach (var sheet in walked.Evaluation.Sheets)
            {
                Sheets.Sign(sheet, walked.Input.Assessors.Single(a => a.Id == sheet.Assessor), walked.Evaluation.FactsRevision, walk.Time);
                await walk.SaveAsync(Actor.Person(sheet.Assessor));
            }

            walked.Result = walked.Evaluation.Consolidate(walk.Case.TemplateOf(rule.Template), rule.Assessors, walk.Time.Tick(), walk.EvaluationBody);
            await walk.SaveAsync(walk.EvaluationBody);
        }
    }

    private async Task PublishAsync()
    {
        var until = Deadline.Of(rated.Published, walk.Plan.Objection.Window, walk.Case.Calendar);
        subjects.ForEach(s => s.Evaluation.Publish(until, walk.Time.Tick(), walk.EvaluationBody));
        findings.AddRange(rated.Findings.Select(f => new Finding(walk.Ids.NewId(), walk.Contract.Id, Of(f.Subject).Id, f.Indicator, f.Text, f.Due)));
        walk.Db.AddRange(findings);
        await walk.SaveAsync(walk.EvaluationBody);
    }

    private async Task FileAsync(CaseObjection filed)
    {
        var answerBy = Deadline.Of(filed.Filed, walk.Plan.Objection.Answer, walk.Case.Calendar);
        var objection = Objection.File(walk.Ids.NewId(), Of(filed.Subject), filed.Reason, answerBy, walk.Time.Tick());
        objections.Add(objection);
        walk.Db.Add(objection);
        await walk.SaveAsync(Actor.Person(walk.Winner.Code));
    }

    private async Task AnswerAsync(CaseObjection answered)
    {
        objections.Single(o => o.Evaluation.Subject == answered.Subject && o.Reason == answered.Reason).Dismiss(answered.Answer, walk.Time.Tick(), walk.Purchaser);
        await walk.SaveAsync(walk.Purchaser);
    }

    private async Task ReplyAsync(int index)
    {
        findings[index].Reply(rated.Findings[index].Reply, walk.Time.Tick(), Actor.Person(walk.Winner.Code));
        await walk.SaveAsync(Actor.Person(walk.Winner.Code));
    }

    private async Task VerifyAsync(int index)
    {
        findings[index].Verify(walk.Time.Tick(), walk.EvaluationBody);
        await walk.SaveAsync(walk.EvaluationBody);
    }

    private async Task FixAsync()
    {
        subjects.ForEach(s => s.Evaluation.Fix(walk.Time.Tick(), WalkState.Clock));
        await walk.SaveAsync(WalkState.Clock);
    }

    private Evaluation Of(string subject) => subjects.Single(s => s.Case.Code == subject).Evaluation;
}

/// <summary>One subject of one evaluation on its way.</summary>
internal sealed record WalkedSubject(CaseSubject Case, SubjectInput Input, Evaluation Evaluation)
{
    public ScoreResult Result { get; set; } = null!;
}
