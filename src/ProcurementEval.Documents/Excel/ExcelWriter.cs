using ClosedXML.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Writes a document as a workbook, a worksheet for each section: totals are formulas, the same bytes for the same document.</summary>
public static class ExcelWriter
{
    /// <summary>What a workbook is called where files say what they are (ECMA-376).</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const double PortraitCharacters = 92;
    private const double LandscapeCharacters = 138;
    private const int FooterLength = 60;

    /// <summary>The file's bytes; <see cref="InvalidOperationException"/> where a formula points at nothing or does not come to the printed figure.</summary>
    public static byte[] Write(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "等线";
        workbook.Style.Font.FontSize = 10;
        var figures = new FigureIndex();
        foreach (var section in document.Sections)
        {
            Write(document, section, workbook.Worksheets.Add(section.Name), figures);
        }

        figures.WriteFormulas();
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        stream.Position = 0;
        return WorkbookPackage.Mend(stream, document, figures.Results);
    }

    private static void Write(Document document, Section section, IXLWorksheet sheet, FigureIndex figures)
    {
        var grid = new Grid(section, document.Landscape ? LandscapeCharacters : PortraitCharacters);
        sheet.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        sheet.Style.Alignment.WrapText = true;
        sheet.ShowGridLines = false;
        for (var i = 0; i < grid.Count; i++)
        {
            sheet.Column(i + 1).Width = grid.Widths[i];
        }

        var writer = new SheetWriter(sheet, grid, figures);
        writer.Title(document.Title);
        foreach (var block in section.Blocks)
        {
            writer.Put(block);
        }

        writer.Put(new Paragraph(string.Empty, TextTone.Small));
        writer.Put(new Paragraph(document.Footer, TextTone.Small));
        var setup = sheet.PageSetup;
        setup.PaperSize = XLPaperSize.A4Paper;
        setup.PageOrientation = document.Landscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        setup.FitToPages(1, 0);
        setup.Margins.SetLeft(0.6).SetRight(0.6).SetTop(0.7).SetBottom(0.9).SetFooter(0.4);
        setup.Footer.Left.AddText(Escape(document.Footer.Length > FooterLength ? document.Footer[..FooterLength] : document.Footer));
        setup.Footer.Right.AddText(Escape(document.PageOf).Replace("{0}", "&P", StringComparison.Ordinal).Replace("{1}", "&N", StringComparison.Ordinal));
        if (writer.HeadRow > 0)
        {
            setup.SetRowsToRepeatAtTop(writer.HeadRow, writer.HeadRow);
            if (writer.HeadRow <= 6)
            {
                sheet.SheetView.FreezeRows(writer.HeadRow);
            }
        }
    }

    private static string Escape(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
