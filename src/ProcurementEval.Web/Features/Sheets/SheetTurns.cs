namespace ProcurementEval.Web.Features.Sheets;

/// <summary>Lets the saves of one sheet through one after another, so that a hundred at once do not undo each other's work.</summary>
public sealed class SheetTurns : IDisposable
{
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the turn; disposing of it passes the turn on.</summary>
    public async Task<IDisposable> TakeAsync(Guid sheet, CancellationToken cancellation)
    {
        var turn = turns[(uint)sheet.GetHashCode() % turns.Length];
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    public void Dispose() => Array.ForEach(turns, t => t.Dispose());

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
