namespace ProcurementEval.Documents.Model;

/// <summary>A table whose head repeats on every page; formulas refer to its cells by table, row and column id.</summary>
public sealed record Table(string Id, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block
{
    public string? Title { get; init; }
}

/// <summary>How a column's cells stand.</summary>
public enum Align
{
    Left,
    Center,
    Right,
}

/// <summary>A column: id, head, and its width in relation to the other columns'.</summary>
public sealed record Column(string Id, string Head, double Width, Align Align = Align.Left);

/// <summary>How a row is set off.</summary>
public enum RowKind
{
    Normal,
    Group,
    Total,
    Note,
}

/// <summary>A row of cells; a cell with a span covers so many columns, so spans add up to the number of columns. Indent moves the first text cell in, 0 to 4.</summary>
public sealed record Row(string Id, IReadOnlyList<Cell> Cells)
{
    public RowKind Kind { get; init; }

    public int Indent { get; init; }
}
