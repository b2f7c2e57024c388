namespace ProcurementEval.Domain.Parties;

/// <summary>The kinds of organisation that take part.</summary>
public enum PartyKind
{
    Purchaser,
    Agency,
    EvaluationBody,
    FinanceBureau,
}

/// <summary>An organisation (单位): purchaser, contracted agency, evaluation body or finance bureau.</summary>
public sealed class Party
{
    public Party(Guid id, string code, string name, PartyKind kind) => (Id, Code, Name, Kind) = (id, code, name, kind);

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    /// <summary>Short and unique, as files refer to it.</summary>
    public string Code { get; private set; }

    public string Name { get; private set; }

    public PartyKind Kind { get; private set; }
}
