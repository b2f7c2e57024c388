using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>Every row of every table as the database itself holds it, past the object mapping, which a broken value could stop.</summary>
internal sealed class StoredTables(AppDbContext db)
{
    public async IAsyncEnumerable<(string Table, string Id, IReadOnlyList<(string Column, JsonNode? Value)> Values)> RowsAsync(IReadOnlySet<string>? only = null)
    {
        var records = db.Model.FindEntityType(typeof(AuditRecord))!.GetTableName();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables.Where(t => t.Name != records && only?.Contains(t.Name) != false).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            string[] columns = [.. table.Columns.Select(c => c.Name)];
            int[] key = [.. table.PrimaryKey!.Columns.Select(k => Array.IndexOf(columns, k.Name))];
            await using var command = Select(table.Name, columns);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = columns.Select((column, i) => (Column: column, Value: Canonical.Value(reader.GetValue(i)))).ToArray();
                yield return (table.Name, StoredRow.IdOf(key.Select(k => values[k].Value)), values);
            }
        }
    }

    private DbCommand Select(string table, IEnumerable<string> columns)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(sql.DelimitIdentifier))} FROM {sql.DelimitIdentifier(table)}";
        return command;
    }
}
