namespace ProcurementEval.Documents.Model;

/// <summary>A piece of a document that flows down the page.</summary>
public abstract record Block;

/// <summary>A heading, level 1 to 3.</summary>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>How a paragraph is set.</summary>
public enum TextTone
{
    Normal,
    Small,
    Warning,
}

/// <summary>A paragraph; line feeds are kept.</summary>
public sealed record Paragraph(string Text, TextTone Tone = TextTone.Normal) : Block
{
    /// <summary>Never the last on its page.</summary>
    public bool KeepWithNext { get; init; }
}

/// <summary>Labels with their values, laid out in two columns where the width allows.</summary>
public sealed record KeyValueList(IReadOnlyList<KeyValue> Items) : Block;

/// <summary>One label with its value.</summary>
public sealed record KeyValue(string Label, Cell Value);

/// <summary>Horizontal bars; each bar is a value between 0 and its own full length.</summary>
public sealed record BarChart(string Title, IReadOnlyList<Bar> Bars) : Block;

/// <summary>One bar: 0 ≤ value; a value above full is drawn full.</summary>
public sealed record Bar(string Label, decimal Value, decimal Full, FigureFormat Format = FigureFormat.Score);

/// <summary>Lines to sign on (签字栏): role, printed name where known, and room for a signature and a date.</summary>
public sealed record SignatureBlock(string Title, IReadOnlyList<Signature> Signatures) : Block
{
    /// <summary>Printed under the line for the date while there is no date.</summary>
    public string DateBlank { get; init; } = "年　　月　　日";
}

/// <summary>One line to sign on.</summary>
public sealed record Signature(string Role, string? Name = null, DateOnly? SignedOn = null);

/// <summary>What follows begins on a new page; Excel ignores it.</summary>
public sealed record PageBreak : Block;
