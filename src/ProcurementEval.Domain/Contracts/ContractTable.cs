using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Contracts;

/// <summary>The transition table of a contract.</summary>
internal static class ContractTable
{
    public static Table<Contract, ContractStage, ContractTrigger> Rows { get; } = new Table<Contract, ContractStage, ContractTrigger>()
        .In(ContractStage.Draft).On(ContractTrigger.Sign, ContractStage.Signed)
            .Only("InstalmentsDoNotAddUp", (c, _) => c.Instalments.Sum(i => i.Planned) is var planned && planned != c.Sum ? [planned.Yuan, c.Sum.Yuan] : null)
        .In(ContractStage.Signed).On(ContractTrigger.StartDelivery, ContractStage.Delivering)
            .Only("StartAhead", (c, at) => Calendars.ChinaTime.DateOf(at) < c.Start ? [c.Start] : null)
        .In(ContractStage.Delivering).On(ContractTrigger.RecordMidTerm, ContractStage.MidTermRated)
            .Only("NoMidTermPlanned", c => c.HasMidTerm)
            .Only("EvaluationsOpen", (c, _) => OpenOnes(c, e => e.Kind != c.FinalKind, EvaluationStage.Fixed))
        .On(ContractTrigger.PublishFinal, ContractStage.FinalRated)
            .Only("MidTermMissing", c => !c.HasMidTerm)
            .Only("EvaluationsOpen", FinalOpen)
        .In(ContractStage.MidTermRated).On(ContractTrigger.PublishFinal, ContractStage.FinalRated)
            .Only("EvaluationsOpen", FinalOpen)
        .In(ContractStage.FinalRated).On(ContractTrigger.FixResult, ContractStage.ResultFixed)
            .Only("EvaluationsOpen", (c, _) => OpenOnes(c, _ => true, EvaluationStage.Fixed))
        .In(ContractStage.ResultFixed).On(ContractTrigger.Accept, ContractStage.Accepted)
            .Only("AcceptanceMissing", c => c.Acceptance?.Stage == AcceptanceStage.Published)
        .In(ContractStage.Accepted).On(ContractTrigger.Settle, ContractStage.Settled)
            .Only("InstalmentsOpen", (c, _) => c.Instalments.Count(i => !i.IsSettled) is > 0 and var n ? [n] : null)
        .In(ContractStage.Settled).On(ContractTrigger.Close, ContractStage.Closed)
        .On(ContractTrigger.Renew, ContractStage.Renewed)
        .In(ContractStage.Signed, ContractStage.Delivering, ContractStage.MidTermRated, ContractStage.FinalRated, ContractStage.ResultFixed)
            .On(ContractTrigger.End, ContractStage.Ended);

    private static object[]? FinalOpen(Contract c, DateTimeOffset at) => OpenOnes(c, e => e.Kind == c.FinalKind, EvaluationStage.Published);

    // None planned counts as one open: an evaluation that was never planned has not been passed.
    private static object[]? OpenOnes(Contract c, Func<Evaluation, bool> which, EvaluationStage needed)
    {
        var chosen = c.Evaluations.Where(which).ToArray();
        var open = chosen.Length == 0 ? 1 : chosen.Count(e => e.Stage < needed);
        return open > 0 ? [open] : null;
    }
}
