using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Tenders;

/// <summary>The stages of a tender.</summary>
public enum TenderStage
{
    Draft,
    Published,
    Opened,
    Ranked,
    Awarded,
    Concluded,
    Failed,
}

/// <summary>What moves a tender.</summary>
public enum TenderTrigger
{
    Publish,
    Amend,
    Open,
    Rank,
    Award,
    Conclude,
    Fail,
}

/// <summary>The transition table of a tender.</summary>
internal static class TenderTable
{
    public static Table<Tender, TenderStage, TenderTrigger> Rows { get; } = new Table<Tender, TenderStage, TenderTrigger>()
        .In(TenderStage.Draft).On(TenderTrigger.Publish, TenderStage.Published)
        .In(TenderStage.Published).On(TenderTrigger.Amend, TenderStage.Published)
            .Only("AmendmentTooLate", (t, at) => at > t.Deadline ? [t.Deadline.Value] : null)
        .In(TenderStage.Published).On(TenderTrigger.Open, TenderStage.Opened)
            .Only("DeadlineAhead", (t, at) => at < t.Deadline ? [t.Deadline.Value] : null)
            .Only("TooFewBids", (t, _) => t.StandingBids.Count() < t.Limits.MinimumBids ? [t.Limits.MinimumBids, t.StandingBids.Count()] : null)
            .Only("FirstKeyMissing", t => t.FirstKeyBy is not null)
        .In(TenderStage.Opened).On(TenderTrigger.Rank, TenderStage.Ranked)
            .Only("TooFewConformingBids", (t, _) => t.ConformingBids.Count() < t.Limits.MinimumBids ? [t.Limits.MinimumBids, t.ConformingBids.Count()] : null)
            .Only("RecusalsOpen", (t, _) => t.Panel.RecusalsOpen() is > 0 and var n ? [n] : null)
            .Only("PanelTooSmall", (t, _) => t.Panel.Sitting().Count < t.Limits.PanelMembers ? [t.Limits.PanelMembers, t.Panel.Sitting().Count] : null)
            .Only("PanelEven", t => t.Panel.Sitting().Count % 2 == 1)
            .Only("TooFewExperts", (t, _) => Experts(t) < t.Limits.PanelExperts ? [t.Limits.PanelExperts, Experts(t)] : null)
            .Only("SheetsUnsigned", (t, _) => t.ConformingBids.SelectMany(b => b.Sheets).Count(s => !s.IsSigned) is > 0 and var n ? [n] : null)
        .In(TenderStage.Ranked).On(TenderTrigger.Award, TenderStage.Awarded)
            .Only("TieUnresolved", (t, _) => t.Bids.Count(b => b.Rank == 1) is not 1 and var n ? [n] : null)
        .In(TenderStage.Awarded).On(TenderTrigger.Conclude, TenderStage.Concluded)
        .In(TenderStage.Published, TenderStage.Opened, TenderStage.Ranked).On(TenderTrigger.Fail, TenderStage.Failed);

    private static int Experts(Tender t) => t.Panel.Sitting().Count(a => a.IsExpert);
}
