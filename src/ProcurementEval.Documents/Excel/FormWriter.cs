using ClosedXML.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Writes an empty workbook to be filled in: a sheet for each table, whose cells keep what is typed as text, and a last sheet that explains every column; the same bytes for the same words.</summary>
public static class FormWriter
{
    private const double Width = 18;
    private static readonly XLColor Head = XLColor.FromHtml("#E8EEF7");
    private static readonly XLColor RequiredHead = XLColor.FromHtml("#FCE8C8");

    public static byte[] Write(string title, IReadOnlyList<FormSheet> sheets, FormNotes notes)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(notes);
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "等线";
        workbook.Style.Font.FontSize = 10;
        foreach (var sheet in sheets)
        {
            WriteSheet(workbook.Worksheets.Add(sheet.Name), sheet);
        }

        WriteNotes(workbook.Worksheets.Add(notes.Name), sheets, notes);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        stream.Position = 0;
        return WorkbookPackage.Mend(stream, new Document(title) { Sections = [], CreatedAt = DateTimeOffset.UnixEpoch }, new Dictionary<(string, string), decimal>());
    }

    private static void WriteSheet(IXLWorksheet page, FormSheet sheet)
    {
        page.Style.NumberFormat.Format = "@";
        foreach (var (i, column) in sheet.Columns.Index())
        {
            page.Column(i + 1).Width = Width;
            HeadCell(page, 1, i + 1, column.Head).Style.Fill.BackgroundColor = column.IsRequired ? RequiredHead : Head;
        }

        page.SheetView.FreezeRows(1);
    }

    private static void WriteNotes(IXLWorksheet page, IReadOnlyList<FormSheet> sheets, FormNotes notes)
    {
        var row = 0;
        foreach (var paragraph in notes.Introduction)
        {
            Put(page, ++row, 1, paragraph);
        }

        row += 2;
        foreach (var (i, (head, width)) in new[] { (notes.Sheet, 18d), (notes.Column, 22d), (notes.Need, 10d), (notes.Note, 90d) }.Index())
        {
            page.Column(i + 1).Width = width;
            HeadCell(page, row, i + 1, head).Style.Fill.BackgroundColor = Head;
        }

        foreach (var (sheet, column) in sheets.SelectMany(s => s.Columns.Select(c => (s, c))))
        {
            row++;
            Put(page, row, 1, sheet.Name);
            Put(page, row, 2, column.Head);
            Put(page, row, 3, column.IsRequired ? notes.Required : notes.Optional);
            Put(page, row, 4, column.Note).Style.Alignment.WrapText = true;
        }
    }

    private static IXLCell HeadCell(IXLWorksheet page, int row, int column, string text)
    {
        var cell = Put(page, row, column, text);
        cell.Style.Font.Bold = true;
        return cell;
    }

    private static IXLCell Put(IXLWorksheet page, int row, int column, string text)
    {
        var cell = page.Cell(row, column);
        cell.SetValue(SafeText.Of(text));
        return cell;
    }
}
