namespace ProcurementEval.Domain.Measures;

/// <summary>Whether a fault refuses its file or only warns.</summary>
public enum Severity
{
    Block,
    Warn,
}

/// <summary>One thing that is wrong with data: a code that Web renders as a sentence, its arguments, and the place as a slash-separated path of keys and zero-based positions ("indicators/0/max").</summary>
public sealed record Fault(Severity Severity, string Path, string Code, params object[] Arguments)
{
    public static Fault Block(string path, string code, params object[] arguments) => new(Severity.Block, path, code, arguments);

    public static Fault Warn(string path, string code, params object[] arguments) => new(Severity.Warn, path, code, arguments);
}
