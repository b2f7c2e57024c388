using ClosedXML.Excel;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Fills in the workbook that the site hands out.</summary>
internal static class ImportBook
{
    /// <param name="template">The empty workbook.</param>
    /// <param name="contracts">Its rows of cells, separated by "|".</param>
    /// <param name="instalments">As above.</param>
    /// <param name="evaluations">As above.</param>
    /// <param name="edit">A last change.</param>
    public static byte[] Fill(byte[] template, string[] contracts, string[] instalments, string[] evaluations, Action<XLWorkbook>? edit = null)
    {
        using var book = new XLWorkbook(new MemoryStream(template));
        foreach (var (sheet, rows) in new[] { contracts, instalments, evaluations }.Index())
        {
            foreach (var (row, cells) in rows.Select(r => r.Split('|')).Index())
            {
                foreach (var (column, cell) in cells.Index())
                {
                    book.Worksheet(sheet + 1).Cell(row + 2, column + 1).SetValue(cell);
                }
            }
        }

        edit?.Invoke(book);
        using var filled = new MemoryStream();
        book.SaveAs(filled);
        return filled.ToArray();
    }

    /// <summary>Uploads it as a browser does.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] book, string name = "在履合同.xlsx")
    {
        var (_, fields) = Browsing.Filled(await client.ReadAsync("/imports"), "/imports", "main form[method=post]");
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        form.Add(new ByteArrayContent(book), "Upload", name);
        return await client.PostAsync("/imports", form, TestContext.Current.CancellationToken);
    }
}
