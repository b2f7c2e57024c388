using System.Text.Json.Nodes;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>What the chains say the tables hold: every row with its newest recorded value of each column.</summary>
internal sealed class RecordedRows
{
    private readonly Dictionary<(string Table, string Id), Row> rows = [];

    /// <summary>Records whose hidden values can no longer be compared because their salt was erased.</summary>
    public int Erased { get; private set; }

    public IEnumerable<KeyValuePair<(string Table, string Id), Row>> All => rows.OrderBy(r => r.Value.Chain, StringComparer.Ordinal).ThenBy(r => r.Value.Sequence);

    public bool Has(string table, string id) => rows.ContainsKey((table, id));

    public void Take(AuditEntry entry, AuditSecret? secret)
    {
        if (!rows.TryGetValue((entry.Entity, entry.Id), out var row))
        {
            rows[(entry.Entity, entry.Id)] = row = new Row();
        }

        (row.Chain, row.Sequence, row.Removed) = (entry.Chain, entry.Sequence, entry.Removes);
        foreach (var (column, value) in entry.Values)
        {
            row.Values[column] = new(entry.Sequence, value, secret?.Salt);
        }

        if (secret is null && entry.Values.Any(v => AuditSecret.HashIn(v.Value) is not null))
        {
            Erased++;
        }
    }

    /// <summary>Compares a row as it is stored and ticks it off.</summary>
    public IEnumerable<AuditDefect> Compare(string table, string id, IEnumerable<(string Column, JsonNode? Value)> stored)
    {
        if (!rows.TryGetValue((table, id), out var row))
        {
            yield return new("RowUnrecorded", string.Empty, 0, table, id);
            yield break;
        }

        row.Seen = true;
        if (row.Removed)
        {
            yield return new("RowReturned", row.Chain, row.Sequence, table, id);
            yield break;
        }

        foreach (var (column, value) in stored)
        {
            // A new row's every column is recorded: one that is not came with a later version of the program, and is empty until it is written.
            var recorded = row.Values.GetValueOrDefault(column);
            if (recorded is null ? value is not null : !recorded.Agrees(column, value))
            {
                yield return new("RowChanged", row.Chain, recorded?.Sequence ?? row.Sequence, table, id, column);
            }
        }
    }

    /// <summary>One row: where it was last written, and its values.</summary>
    internal sealed class Row
    {
        public Dictionary<string, RecordedValue> Values { get; } = [];

        public string Chain { get; set; } = string.Empty;

        public int Sequence { get; set; }

        public bool Removed { get; set; }

        public bool Seen { get; set; }
    }

    /// <summary>A value, or its salted hash.</summary>
    internal sealed record RecordedValue(int Sequence, JsonNode? Value, byte[]? Salt)
    {
        public bool Agrees(string column, JsonNode? stored) => AuditSecret.HashIn(Value) is { } hash
            ? Salt is null || string.Equals(hash, Canonical.Salted(Salt, column, stored), StringComparison.Ordinal)
            : JsonNode.DeepEquals(Value, stored);
    }
}
