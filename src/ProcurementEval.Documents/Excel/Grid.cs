using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Excel;

/// <summary>The columns of one worksheet: those of its widest table. Narrower tables and lists take runs of them.</summary>
internal sealed class Grid
{
    private readonly double[] _edges;

    /// <param name="section">Whose tables share the sheet.</param>
    /// <param name="characters">The sheet's width in characters.</param>
    public Grid(Section section, double characters)
    {
        var widest = section.Blocks.OfType<Table>().MaxBy(table => table.Columns.Count);
        double[] widths = widest is { Columns.Count: > 1 } ? [.. widest.Columns.Select(column => column.Width)] : [18, 32, 18, 32];
        Widths = [.. widths.Select(width => Math.Max(4, width / widths.Sum() * characters))];
        _edges = Fractions(Widths);
    }

    public double[] Widths { get; }

    public int Count => Widths.Length;

    /// <summary>For each of the given columns the number of its last grid column (1-based), as near to its own share of the width as can be.</summary>
    public int[] Ends(IReadOnlyList<double> widths)
    {
        var fractions = Fractions(widths);
        var ends = new int[widths.Count];
        var previous = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var most = Count - (ends.Length - 1 - i);
            ends[i] = previous = i == ends.Length - 1
                ? Count
                : Enumerable.Range(previous + 1, most - previous).MinBy(end => Math.Abs(_edges[end - 1] - fractions[i]));
        }

        return ends;
    }

    /// <summary>The width in characters of the grid columns from first to last.</summary>
    public double Width(int first, int last) => Widths.AsSpan(first - 1, last - first + 1).ToArray().Sum();

    private static double[] Fractions(IReadOnlyList<double> widths)
    {
        var fractions = new double[widths.Count];
        var sum = 0d;
        for (var i = 0; i < fractions.Length; i++)
        {
            sum += widths[i];
            fractions[i] = sum;
        }

        return [.. fractions.Select(edge => edge / sum)];
    }
}
