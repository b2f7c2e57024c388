using ClosedXML.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>The colours and rules of a worksheet; those of the PDF.</summary>
internal static class SheetLook
{
    public static readonly XLColor Muted = XLColor.FromArgb(0x5B, 0x66, 0x70);
    public static readonly XLColor Warning = XLColor.FromArgb(0x9B, 0x1C, 0x1C);

    private static readonly XLColor Rule = XLColor.FromArgb(0x39, 0x43, 0x4D);
    private static readonly XLColor Hairline = XLColor.FromArgb(0xCB, 0xD2, 0xD9);
    private static readonly XLColor HeadFill = XLColor.FromArgb(0xE9, 0xEE, 0xF3);
    private static readonly XLColor GroupFill = XLColor.FromArgb(0xF4, 0xF6, 0xF8);

    public static void Head(IXLStyle style)
    {
        style.Font.Bold = true;
        style.Fill.BackgroundColor = HeadFill;
        style.Border.TopBorder = style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.TopBorderColor = style.Border.BottomBorderColor = Rule;
    }

    public static void Underline(IXLStyle style)
    {
        style.Border.BottomBorder = XLBorderStyleValues.Thin;
        style.Border.BottomBorderColor = Hairline;
    }

    public static void Row(IXLStyle style, RowKind kind)
    {
        Underline(style);
        style.Font.Bold = kind is RowKind.Group or RowKind.Total;
        if (kind is RowKind.Group or RowKind.Total)
        {
            style.Fill.BackgroundColor = kind == RowKind.Group ? GroupFill : HeadFill;
        }

        if (kind == RowKind.Note)
        {
            style.Font.FontColor = Muted;
        }
    }
}
