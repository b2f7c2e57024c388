using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Security;

/// <summary>A seal was not opened: too early, a wrong key, or altered content. The message is a sentence for people; <see cref="Code"/> names its kind.</summary>
public sealed class SealException(string code, params object?[] arguments) : Exception(DataSentences.Of(code, arguments))
{
    public string Code { get; } = code;
}
