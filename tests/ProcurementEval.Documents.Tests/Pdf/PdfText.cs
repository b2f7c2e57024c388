using UglyToad.PdfPig;

namespace ProcurementEval.Documents.Tests.Pdf;

/// <summary>The text of a PDF as an independent reader extracts it, page by page.</summary>
internal static class PdfText
{
    public static IReadOnlyList<string> Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Concat(page.Letters.Select(letter => letter.Value)))];
    }

    public static string All(byte[] pdf) => string.Concat(Pages(pdf));

    public static int Count(string text, string part) => text.Split(part).Length - 1;
}
