using System.CommandLine;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Commands;

/// <summary>The options by which a verb names its database; where it is not required, a verb without one works on a temporary file.</summary>
internal sealed class DatabaseOptions(bool required)
{
    public Option<string> Provider { get; } = new("--provider") { Description = DataSentences.Of("ProviderOption"), DefaultValueFactory = _ => Databases.Sqlite };

    public Option<string?> Connection { get; } = new("--connection") { Description = DataSentences.Of("ConnectionOption"), Required = required };

    public Task<AppDbContext> OpenAsync(ParseResult parsed, Schema schema) => Databases.OpenAsync(parsed.GetValue(Provider)!, parsed.GetValue(Connection)!, schema);
}
