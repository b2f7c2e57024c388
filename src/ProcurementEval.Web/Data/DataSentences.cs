using System.Globalization;
using System.Resources;

namespace ProcurementEval.Web.Data;

/// <summary>The sentences of databases, audit and seals in the reader's language, by code.</summary>
internal static class DataSentences
{
    private static readonly ResourceManager Book = new("ProcurementEval.Web.Resources.Data", typeof(DataSentences).Assembly);

    public static string Of(string code, params object?[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Book.GetString(code, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException(code), arguments);
}
