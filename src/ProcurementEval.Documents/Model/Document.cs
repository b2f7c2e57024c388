namespace ProcurementEval.Documents.Model;

/// <summary>A report as data: sections of blocks. The PDF, Excel and HTML writers print the same figures from it.</summary>
public sealed record Document(string Title)
{
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Printed at the foot of every page beside the page number: what the report is of, template hash, anchor.</summary>
    public string Footer { get; init; } = string.Empty;

    /// <summary>How a page is numbered: {0} is the page, {1} the number of pages.</summary>
    public string PageOf { get; init; } = "第 {0} 页，共 {1} 页";

    /// <summary>The instant that the file's metadata carries; never the clock of the machine, so that two runs are equal byte for byte.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Wide tables lie across the page (横向).</summary>
    public bool Landscape { get; init; }
}

/// <summary>A part of a document: one worksheet in Excel, a run of blocks in PDF. The name is at most 31 characters, as Excel demands.</summary>
public sealed record Section(string Name, IReadOnlyList<Block> Blocks)
{
    /// <summary>Begins on a new page.</summary>
    public bool NewPage { get; init; }
}
