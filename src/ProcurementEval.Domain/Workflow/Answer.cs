namespace ProcurementEval.Domain.Workflow;

/// <summary>Whether a trigger may be fired: not in this stage, not yet (with what is unmet), or yes.</summary>
public sealed record Answer
{
    /// <summary>The trigger does not exist in the present stage.</summary>
    public static readonly Answer NotInThisStage = new(inStage: false, []);

    private Answer(bool inStage, IReadOnlyList<Unmet> unmet) => (InStage, Unmet) = (inStage, unmet);

    public bool InStage { get; }

    public IReadOnlyList<Unmet> Unmet { get; }

    public bool May => InStage && Unmet.Count == 0;

    public static Answer InThisStage(IReadOnlyList<Unmet> unmet) => new(inStage: true, unmet);
}

/// <summary>A verb was refused; nothing has changed. <see cref="Unmet"/> says why.</summary>
public sealed class RefusedException(IReadOnlyList<Unmet> unmet) : Exception(string.Join("; ", unmet.Select(u => $"{u.Code}({string.Join(", ", u.Arguments)})")))
{
    public IReadOnlyList<Unmet> Unmet { get; } = unmet;

    public static void ThrowIf(bool refused, string code, params object[] arguments)
    {
        if (refused)
        {
            throw new RefusedException([new Unmet(code, arguments)]);
        }
    }
}
