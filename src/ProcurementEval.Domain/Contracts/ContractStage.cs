namespace ProcurementEval.Domain.Contracts;

/// <summary>The stages of a contract (合同阶段), in the order of its life.</summary>
public enum ContractStage
{
    Draft,
    Signed,
    Delivering,
    MidTerm,
    Final,
    Objection,
    Accepted,
    Settled,
    Closed,
    Renewed,
    Ended,
}
