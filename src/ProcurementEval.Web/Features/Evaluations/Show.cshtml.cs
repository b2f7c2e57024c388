using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Evaluations;

/// <summary>One evaluation: its stage, who rates, how far they are, and the result with its working once this reader may see it.</summary>
[Requires(Permission.ReadContracts)]
public sealed class ShowModel : EvaluationPage
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    /// <summary>Names of accounts by their account.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>The body that leads it sees the result from consolidation on, everybody else from publication.</summary>
    public bool SeesResult => Evaluation.Stage >= (Leads ? EvaluationStage.Consolidated : EvaluationStage.Published);

    /// <summary>Who rates and how far they are is the leader's to know until the result is published: nobody is to be spoken to before he has signed.</summary>
    public bool SeesAssessors => Leads || Evaluation.Stage >= EvaluationStage.Published;

    /// <summary>An assessor sees the evaluations that he is named for.</summary>
    protected override bool IsMine => Reader.Role != Security.Role.Evaluator || Leads || Own is { Answered: null } or { Sits: true };

    /// <summary>Null while the reader may not see it.</summary>
    public ScoreResult? Result { get; private set; }

    /// <summary>The reader's own place among the assessors.</summary>
    public Domain.Parties.Assignment? Own => Evaluation.Assignments.FirstOrDefault(a => a.Assessor == Reader.Account);

    public Sheet? OwnSheet => Evaluation.Sheets.FirstOrDefault(s => s.Assessor == Reader.Account);

    /// <summary>There is something for this reader to do or to know of the days ahead.</summary>
    public bool HasNext => Leads || Own is { Answered: null } || OwnSheet is not null || Evaluation.Stage == EvaluationStage.Published;

    public int Signed => Evaluation.Sheets.Count(s => s.IsSigned);

    public Answer Ask(EvaluationTrigger trigger) => Asks(trigger);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Findings = await Db.Findings.AsNoTracking().Where(f => f.EvaluationId == Id).OrderBy(f => f.DueOn).ThenBy(f => f.Id).ToListAsync();
        Objections = SeesResult ? await Db.Objections.AsNoTracking().Where(o => o.Evaluation.Id == Id).OrderBy(o => o.FiledAt).ToListAsync() : [];
        var accounts = Evaluation.Assignments.Select(a => a.Assessor).ToArray();
        Names = await Db.Users.AsNoTracking().Where(u => accounts.Contains(u.UserName!)).ToDictionaryAsync(u => u.UserName!, u => u.Name);
        Result = SeesResult && !Evaluation.IsImported ? Scorer.Score(Template, Evaluation.Input(Rule.Assessors)) : null;
        return true;
    }
}
