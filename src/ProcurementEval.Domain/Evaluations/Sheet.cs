using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Evaluations;

/// <summary>One assessor's score sheet (评分表) for one subject: a site of an evaluation, or a bid of a tender. Nobody else sees it before it is consolidated. Scores are only ever added.</summary>
public sealed class Sheet
{
    private readonly List<SheetScore> scores = [];
    private readonly List<FactDispute> disputes = [];

    public Sheet(Guid id, Guid? evaluationId, Guid? bidId, string assessor, string rater) =>
        (Id, EvaluationId, BidId, Assessor, Rater) = (id, evaluationId, bidId, assessor, rater);

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    /// <summary>The evaluation that it scores, or</summary>
    public Guid? EvaluationId { get; private set; }

    /// <summary>the bid that it scores.</summary>
    public Guid? BidId { get; private set; }

    public string Assessor { get; private set; }

    public string Rater { get; private set; }

    public IReadOnlyList<SheetScore> Scores => scores;

    public IReadOnlyList<FactDispute> Disputes => disputes;

    /// <summary>The revision of the shared facts that the assessor confirmed; null before he has.</summary>
    public int? ConfirmedRevision { get; private set; }

    public DateTimeOffset? SignedAt { get; private set; }

    public bool IsSigned => SignedAt is not null;

    /// <summary>Adds a judgement; the newest of an item counts, earlier ones stay on record. Returns the new sequence.</summary>
    /// <exception cref="RefusedException">Signed, or typed on an older sequence than the newest one.</exception>
    public int Enter(string item, Judgement judgement, int typedOn, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        RefusedException.ThrowIf(IsSigned, "SheetSigned", Assessor);
        RefusedException.ThrowIf(judgement.Points < 0 || !Published.IsPublished(judgement.Points), "ScoreInvalid", item, judgement.Points);
        var newest = SequenceOf(item);
        RefusedException.ThrowIf(typedOn != newest, "ScoreChangedMeanwhile", item, newest);
        scores.Add(new SheetScore(item, newest + 1, judgement.Points, judgement.Comment, at));
        return newest + 1;
    }

    /// <summary>The newest sequence of an item, 0 before the first.</summary>
    public int SequenceOf(string item) => scores.Where(s => s.Item == item).Select(s => s.Sequence).DefaultIfEmpty(0).Max();

    /// <summary>Confirms the shared facts as they stand at a revision.</summary>
    public void ConfirmFacts(int revision)
    {
        RefusedException.ThrowIf(IsSigned, "SheetSigned", Assessor);
        ConfirmedRevision = revision;
    }

    /// <summary>Disputes one shared fact with a count of one's own (客观项异议).</summary>
    public void Dispute(string item, decimal ownCount, int revision, DateTimeOffset at)
    {
        RefusedException.ThrowIf(IsSigned, "SheetSigned", Assessor);
        disputes.Add(new FactDispute(item, ownCount, revision, at));
        ConfirmedRevision = null;
    }

    /// <summary>Signs the sheet; nothing can be entered afterwards.</summary>
    /// <exception cref="RefusedException">Judgements are missing, or the facts as they stand are not confirmed: an open dispute blocks signing (87号令 第六十四条).</exception>
    public void Sign(IEnumerable<string> requiredItems, int factsRevision, DateTimeOffset at)
    {
        RefusedException.ThrowIf(IsSigned, "SheetSigned", Assessor);
        var missing = requiredItems.Where(item => SequenceOf(item) == 0).ToArray();
        RefusedException.ThrowIf(missing.Length > 0, "JudgementsMissing", missing.Length, missing.FirstOrDefault() ?? string.Empty);
        RefusedException.ThrowIf(disputes.Any(d => d.Revision == factsRevision), "DisputesOpen", disputes.Count(d => d.Revision == factsRevision));
        RefusedException.ThrowIf(ConfirmedRevision != factsRevision, "FactsNotConfirmed");
        SignedAt = at;
    }

    /// <summary>What was signed has changed, or the round is open again: the sheet must be confirmed and signed anew; its scores stay.</summary>
    internal void VoidSignature() => (ConfirmedRevision, SignedAt) = (null, null);

    /// <summary>What scoring reads: the newest judgement of every item.</summary>
    public Assessor ToAssessor() => new(Assessor, Rater, scores.GroupBy(s => s.Item)
        .ToDictionary(g => g.Key, g => g.MaxBy(s => s.Sequence)!.ToJudgement()));
}

/// <summary>One entered judgement: points with two decimals, numbered from 1 per item.</summary>
public sealed record SheetScore(string Item, int Sequence, decimal Points, string? Comment, DateTimeOffset At)
{
    public Judgement ToJudgement() => new(Points, Comment);
}

/// <summary>A disputed fact: the assessor's own count, and the revision of the facts that he disputes.</summary>
public sealed record FactDispute(string Item, decimal OwnCount, int Revision, DateTimeOffset At);
