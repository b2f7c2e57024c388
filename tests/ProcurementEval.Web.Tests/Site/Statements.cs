using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The SQL statements that are sent to one database while it listens.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string dataSource;
    private readonly ConcurrentQueue<string> texts = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    /// <param name="dataSource">As the connection names it; other tests' databases are not counted.</param>
    public Statements(string dataSource)
    {
        this.dataSource = dataSource;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was sent since it was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. texts];
        texts.Clear();
        return taken;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command && command.Connection.DataSource == dataSource)
        {
            texts.Enqueue(command.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
        // The listeners live as long as the process.
    }

    public void OnError(Exception error) => throw error;

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
