namespace ProcurementEval.Web.Features.Sheets;

/// <summary>Lets the saves of one sheet through one after another, so that a hundred at once do not undo each other's work.</summary>
public sealed class SheetTurns : IDisposable
{
    // A power of two; a hash may be negative.
    private const int Places = 64;
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, Places).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn; disposing of it passes the turn on.</summary>
    public async Task<IDisposable> TakeAsync(Guid sheet, CancellationToken cancellation)
    {
        var turn = turns[sheet.GetHashCode() & (Places - 1)];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(turns, t => t.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
