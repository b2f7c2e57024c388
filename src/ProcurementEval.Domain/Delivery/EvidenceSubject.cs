namespace ProcurementEval.Domain.Delivery;

/// <summary>What a piece of evidence is evidence of.</summary>
public enum EvidenceKind
{
    ServiceRecord,
    Deliverable,
    Invoice,
    Finding,
    Acceptance,
    Evaluation,
    Objection,
}

/// <summary>Where evidence belongs: the contract, the id of the service record, finding, instalment, evaluation … that it supports, and the code of the indicator where it supports one.</summary>
public sealed record EvidenceSubject(Guid ContractId, Guid About, EvidenceKind Kind, string? Item = null);
