namespace ProcurementEval.Documents.Fonts;

/// <summary>No font with Chinese characters could be found; the message says where was looked and which package to install.</summary>
public sealed class FontNotFoundException : Exception
{
    public FontNotFoundException()
    {
    }

    public FontNotFoundException(string message)
        : base(message)
    {
    }

    public FontNotFoundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
