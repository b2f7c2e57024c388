namespace ProcurementEval.Documents.Model;

/// <summary>One cell, over <see cref="Span"/> columns.</summary>
public abstract record Cell
{
    public int Span { get; init; } = 1;
}

/// <summary>Text; line feeds are kept; Excel never runs it as a formula.</summary>
public sealed record TextCell(string Text) : Cell;

/// <summary>A published figure. In Excel it is a number, or a formula that comes to this value.</summary>
public sealed record FigureCell(decimal Value, FigureFormat Format = FigureFormat.Score) : Cell
{
    public Formula? Formula { get; init; }
}

/// <summary>A date, printed ISO 8601 (2025-03-15).</summary>
public sealed record DateCell(DateOnly Date) : Cell;

/// <summary>How a figure is printed.</summary>
public enum FigureFormat
{
    /// <summary>89.50</summary>
    Score,

    /// <summary>¥1,234,567.00; negative as -¥1.00</summary>
    Money,

    /// <summary>A percentage already in per cent: 30 is printed 30.00%.</summary>
    Percent,

    /// <summary>Up to two decimals, no trailing zeros, thousands grouped: 35,244 or 12.5</summary>
    Count,
}

/// <summary>A linear combination of other cells, divided and rounded once to two decimals, halves away from zero: ROUND((Σ coefficient × cell) ÷ divisor, 2).</summary>
public sealed record Formula(IReadOnlyList<Term> Terms, decimal Divisor = 1m);

/// <summary>One term: the cell at a table's row and column, times a coefficient.</summary>
public sealed record Term(string Table, string Row, string Column, decimal Coefficient = 1m);
