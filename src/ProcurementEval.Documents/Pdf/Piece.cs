namespace ProcurementEval.Documents.Pdf;

/// <summary>The smallest thing that is placed on a page: a line, a row, a bar. Heights are points; Draw is told the page and its top edge.</summary>
internal sealed record Piece(float Height, Action<Page, float> Draw)
{
    /// <summary>Room above, left out at the top of a page.</summary>
    public float Before { get; init; }

    /// <summary>Never the last on its page.</summary>
    public bool KeepWithNext { get; init; }

    public bool OnNewPage { get; init; }

    /// <summary>Drawn again above this piece where a page begins with it: a table's head.</summary>
    public Piece? Head { get; init; }

    /// <summary>Cuts the piece to what fits in so many points and the rest; null where nothing fits.</summary>
    public Func<float, (Piece First, Piece Others)?>? Split { get; init; }
}
