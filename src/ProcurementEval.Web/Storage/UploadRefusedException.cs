using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Storage;

/// <summary>A file was not taken or cannot be read; nothing of it was kept. The message is a sentence for people; <see cref="Code"/> names its kind.</summary>
public sealed class UploadRefusedException(string code, params object[] arguments) : Exception(Sentences.Of(code, arguments))
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    public string Code { get; } = code;

    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>What the file system says, as a sentence.</summary>
    public static UploadRefusedException Of(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return new(e.HResult is NoSpace or QuotaExceeded or WindowsDiskFull ? "StoreFull" : "StoreFails");
    }
}
