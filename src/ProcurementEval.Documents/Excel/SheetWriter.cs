using System.Globalization;
using ClosedXML.Excel;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>Puts the blocks of one section on its worksheet, from top to bottom.</summary>
internal sealed class SheetWriter(IXLWorksheet sheet, Grid grid, FigureIndex figures)
{
    private const double LineHeight = 14.5;

    private int _row;

    public void Title(string text)
    {
        Line(text, 16, bold: true);
        sheet.Cell(_row, 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
    }

    public void Put(Block block)
    {
        switch (block)
        {
            case Heading heading:
                _row++;
                Line(heading.Text, 15 - (1.5 * heading.Level), bold: true);
                break;
            case Paragraph paragraph:
                var style = Line(paragraph.Text, paragraph.Tone == TextTone.Small ? 9 : 10, bold: paragraph.Tone == TextTone.Warning);
                style.Font.FontColor = paragraph.Tone switch { TextTone.Warning => SheetLook.Warning, TextTone.Small => SheetLook.Muted, _ => XLColor.Black };
                break;
            case KeyValueList list:
                KeyValues(list);
                break;
            case Table table:
                Put(table);
                break;
            case BarChart chart:
                Chart(chart);
                break;
            case SignatureBlock signatures:
                Signatures(signatures);
                break;
        }
    }

    private IXLStyle Line(string text, double size, bool bold)
    {
        _row++;
        var range = Place(new TextCell(text), 1, grid.Count, size * 1.45);
        range.Style.Font.FontSize = size;
        range.Style.Font.Bold = bold;
        return range.Style;
    }

    private void KeyValues(KeyValueList list)
    {
        if (list.Items.Count == 0)
        {
            return;
        }

        _row++;
        double[] widths = [18, 32, 18, 32];
        var ends = grid.Count >= 4 ? grid.Ends(widths) : [];
        var longest = list.Items.Max(item => item.Label.Length) * 2;
        if (ends.Length == 0 || grid.Width(1, ends[0]) < longest || grid.Width(ends[1] + 1, ends[2]) < longest)
        {
            widths = [30, 70];
            ends = grid.Ends(widths);
        }

        for (var i = 0; i < list.Items.Count; i++)
        {
            var pair = i * 2 % widths.Length;
            _row += pair == 0 ? 1 : 0;
            var label = Place(new TextCell(list.Items[i].Label), pair == 0 ? 1 : ends[pair - 1] + 1, ends[pair]);
            label.Style.Font.FontColor = SheetLook.Muted;
            var value = Place(list.Items[i].Value, ends[pair] + 1, ends[pair + 1]);
            value.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
            if (list.Items[i].Value is FigureCell { Formula: not null } figure)
            {
                figures.Add(sheet.Name, _row.ToString(CultureInfo.InvariantCulture), list.Items[i].Label, figure, sheet.Cell(_row, ends[pair] + 1));
            }

            SheetLook.Underline(label.Style);
            SheetLook.Underline(value.Style);
        }
    }

    private void Put(Table table)
    {
        _row++;
        if (table.Title is { Length: > 0 } title)
        {
            Line(title, 11, bold: true);
        }

        var ends = grid.Ends([.. table.Columns.Select(column => column.Width)]);
        Head(table, ends);
        foreach (var row in table.Rows)
        {
            _row++;
            var at = 0;
            foreach (var cell in row.Cells)
            {
                var from = at == 0 ? 1 : ends[at - 1] + 1;
                var range = Place(cell, from, ends[at + cell.Span - 1]);
                var align = table.Columns[at].Align;
                range.Style.Alignment.Horizontal = cell is TextCell && (cell.Span > 1 || align == Align.Left) ? XLAlignmentHorizontalValues.Left
                    : align == Align.Center ? XLAlignmentHorizontalValues.Center : XLAlignmentHorizontalValues.Right;
                range.Style.Alignment.Indent = cell is not TextCell ? 0 : at == 0 ? row.Indent : align == Align.Left ? 1 : 0;
                SheetLook.Row(range.Style, row.Kind);
                if (cell is FigureCell figure)
                {
                    figures.Add(table.Id, row.Id, table.Columns[at].Id, figure, sheet.Cell(_row, from));
                }

                at += cell.Span;
            }
        }
    }

    private void Head(Table table, int[] ends)
    {
        _row++;
        for (var i = 0; i < ends.Length; i++)
        {
            var style = Place(new TextCell(table.Columns[i].Head), i == 0 ? 1 : ends[i - 1] + 1, ends[i]).Style;
            SheetLook.Head(style);
            style.Alignment.Indent = i > 0 && table.Columns[i].Align == Align.Left ? 1 : 0;
            style.Alignment.Horizontal = table.Columns[i].Align switch
            {
                Align.Right => XLAlignmentHorizontalValues.Right,
                Align.Center => XLAlignmentHorizontalValues.Center,
                _ => XLAlignmentHorizontalValues.Left,
            };
        }

        HeadRow = HeadRow == 0 ? _row : -1;
    }

    /// <summary>The row of the sheet's only table head; 0 without a table, −1 with several.</summary>
    public int HeadRow { get; private set; }

    private void Chart(BarChart chart)
    {
        var head = HeadRow;
        Put(new Table(
            string.Empty,
            [new("label", chart.Title, 60), new("value", string.Empty, 20, Align.Right), new("full", string.Empty, 20, Align.Right)],
            [.. chart.Bars.Select(bar => new Row(string.Empty, [new TextCell(bar.Label), new FigureCell(bar.Value, bar.Format), new FigureCell(bar.Full, bar.Format)]))]));
        HeadRow = head;
    }

    private void Signatures(SignatureBlock block)
    {
        _row++;
        Line(block.Title, 11, bold: true);
        var ends = grid.Ends([60, 40]);
        foreach (var signature in block.Signatures)
        {
            _row++;
            Place(new TextCell($"{signature.Role}　{signature.Name}".TrimEnd()), 1, ends[0]);
            Cell date = signature.SignedOn is { } signedOn ? new DateCell(signedOn) : new TextCell(block.DateBlank);
            var line = Place(date, ends[0] + 1, ends[1]);
            line.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
            line.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
            sheet.Row(_row).Height = 30;
        }
    }

    private IXLRange Place(Cell cell, int first, int last, double lineHeight = LineHeight)
    {
        var target = sheet.Cell(_row, first);
        switch (cell)
        {
            case FigureCell figure:
                target.Value = figure.Value;
                target.Style.NumberFormat.Format = NumberFormats.Of(figure.Format, figure.Value);
                target.Style.Alignment.WrapText = false;
                target.Style.Alignment.ShrinkToFit = true;
                break;
            case DateCell date:
                target.Value = date.Date.ToDateTime(TimeOnly.MinValue);
                target.Style.NumberFormat.Format = NumberFormats.Date;
                break;
            case TextCell text:
                var clean = SafeText.Of(text.Text);
                target.SetValue(clean);
                target.Style.NumberFormat.Format = "@";
                target.Style.IncludeQuotePrefix = SafeText.NeedsQuote(text.Text);
                Grow(SafeText.Lines(clean, grid.Width(first, last)), lineHeight);
                break;
        }

        var range = sheet.Range(_row, first, _row, last);
        if (last > first)
        {
            range.Merge();
        }

        return range;
    }

    private void Grow(int lines, double lineHeight)
    {
        var height = Math.Min(409, (lines * lineHeight) + 5);
        if (height > sheet.Row(_row).Height)
        {
            sheet.Row(_row).Height = height;
        }
    }
}
