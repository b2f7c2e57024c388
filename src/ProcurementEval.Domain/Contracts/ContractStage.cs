namespace ProcurementEval.Domain.Contracts;

/// <summary>The stages of a contract (合同阶段), in the order of its life; a later stage has reached every earlier one.</summary>
public enum ContractStage
{
    Draft,
    Signed,
    Delivering,
    MidTermRated,
    FinalRated,
    ResultFixed,
    Accepted,
    Settled,
    Closed,
    Renewed,
    Ended,
}

/// <summary>What moves a contract.</summary>
public enum ContractTrigger
{
    Sign,
    StartDelivery,
    RecordMidTerm,
    PublishFinal,
    FixResult,
    Accept,
    Settle,
    Close,
    Renew,
    End,
}
