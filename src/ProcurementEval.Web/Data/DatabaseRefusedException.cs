namespace ProcurementEval.Web.Data;

/// <summary>A database cannot be used; nothing in it was changed. The message is a sentence for people; <see cref="Code"/> names its kind.</summary>
public sealed class DatabaseRefusedException(string code, params object?[] arguments) : Exception(DataSentences.Of(code, arguments))
{
    public string Code { get; } = code;
}
