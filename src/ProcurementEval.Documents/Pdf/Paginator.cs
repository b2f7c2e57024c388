namespace ProcurementEval.Documents.Pdf;

/// <summary>Places pieces on pages from top to bottom: what is kept together moves together, what is too tall is split.</summary>
internal sealed class Paginator(float top, float bottom)
{
    private const float MinimumPart = 60;

    private readonly List<Page> _pages = [new()];
    private float _at;

    public IReadOnlyList<Page> Place(IReadOnlyList<Piece> pieces)
    {
        _at = top;
        for (var i = 0; i < pieces.Count; i++)
        {
            if ((pieces[i].OnNewPage || !Fits(pieces, i)) && _at > top)
            {
                Turn();
            }

            Put(pieces[i]);
        }

        return _pages;
    }

    // A run kept together that is taller than a page cannot be kept: it starts where it stands.
    private bool Fits(IReadOnlyList<Piece> pieces, int first)
    {
        var height = Gap(pieces[first]) + Needed(pieces[first]);
        for (var i = first; pieces[i].KeepWithNext && i + 1 < pieces.Count; i++)
        {
            height += pieces[i + 1].Before + Needed(pieces[i + 1]);
        }

        return _at + height <= bottom || height > bottom - top;
    }

    private float Needed(Piece piece) =>
        piece.Split is not null && piece.Height + HeadHeight(piece) > bottom - top ? MinimumPart : piece.Height;

    private void Put(Piece piece)
    {
        var gap = Gap(piece);
        if (_at == top && piece.Head is { } head)
        {
            head.Draw(_pages[^1], _at);
            _at += head.Height;
        }

        if (_at + gap + piece.Height > bottom)
        {
            if (piece.Split?.Invoke(bottom - _at - gap) is { } parts)
            {
                Draw(parts.First, gap);
                Turn();
                Put(parts.Others with { Head = piece.Head });
                return;
            }

            if (_at > top + HeadHeight(piece))
            {
                Turn();
                Put(piece);
                return;
            }
        }

        Draw(piece, gap);
    }

    private void Draw(Piece piece, float gap)
    {
        piece.Draw(_pages[^1], _at + gap);
        _at += gap + piece.Height;
    }

    private float Gap(Piece piece) => _at == top ? 0 : piece.Before;

    private static float HeadHeight(Piece piece) => piece.Head?.Height ?? 0;

    private void Turn()
    {
        _pages.Add(new());
        _at = top;
    }
}
