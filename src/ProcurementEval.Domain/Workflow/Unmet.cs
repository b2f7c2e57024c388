namespace ProcurementEval.Domain.Workflow;

/// <summary>A condition that is not met: a code that Web renders as a sentence, and its arguments.</summary>
public sealed record Unmet(string Code, params object[] Arguments)
{
    /// <summary>The condition if it is unmet, otherwise null.</summary>
    public static Unmet? If(bool unmet, string code, params object[] arguments) => unmet ? new Unmet(code, arguments) : null;

    public bool Equals(Unmet? other) => other is not null && Code == other.Code && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
