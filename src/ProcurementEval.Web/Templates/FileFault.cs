using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Templates;

/// <summary>A fault at a line of a file; the line counts from 1.</summary>
public sealed record FileFault(Severity Severity, string File, int Line, string Code, params object[] Arguments)
{
    public static FileFault Block(string file, int line, string code, params object[] arguments) => new(Severity.Block, file, line, code, arguments);
}

/// <summary>A file is refused; nothing was taken from it. <see cref="Faults"/> says why, line by line.</summary>
public sealed class FileRefusedException(IReadOnlyList<FileFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(f => $"{f.File}:{f.Line}: {f.Code}({string.Join(", ", f.Arguments)})")))
{
    public FileRefusedException(string file, int line, string code, params object[] arguments)
        : this([FileFault.Block(file, line, code, arguments)])
    {
    }

    public IReadOnlyList<FileFault> Faults { get; } = faults;
}
