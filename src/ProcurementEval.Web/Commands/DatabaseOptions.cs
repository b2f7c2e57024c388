using System.CommandLine;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Commands;

/// <summary>The options by which every verb names its database.</summary>
internal sealed class DatabaseOptions
{
    public Option<string> Provider { get; } = new("--provider") { Description = DataSentences.Of("ProviderOption"), DefaultValueFactory = _ => Databases.Sqlite };

    public Option<string> Connection { get; } = new("--connection") { Description = DataSentences.Of("ConnectionOption"), Required = true };

    public Task<AppDbContext> OpenAsync(ParseResult parsed, Schema schema) => Databases.OpenAsync(parsed.GetValue(Provider)!, parsed.GetValue(Connection)!, schema);
}
