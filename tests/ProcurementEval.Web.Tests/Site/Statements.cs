using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>The SQL statements that are sent to one database while it listens.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly (string Server, string Name) database;
    private readonly ConcurrentQueue<Statement> sent = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    /// <param name="connection">To the database; other tests' databases are not counted.</param>
    public Statements(DbConnection connection)
    {
        database = (connection.DataSource, connection.Database);
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was sent since it was last asked.</summary>
    public IReadOnlyList<Statement> Take()
    {
        Statement[] taken = [.. sent];
        sent.Clear();
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
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command && (command.Connection.DataSource, command.Connection.Database) == database)
        {
            sent.Enqueue(new Statement(command.Command.CommandText, [.. command.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
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

/// <summary>One statement with the values of its parameters.</summary>
internal sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);
