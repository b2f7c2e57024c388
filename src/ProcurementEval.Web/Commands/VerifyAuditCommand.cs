using System.CommandLine;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;

namespace ProcurementEval.Web.Commands;

/// <summary>verify-audit: one sentence for every defect of the audit, exit 1; counts and the Merkle root when it is sound, exit 0.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var database = new DatabaseOptions(required: true);
        var anchor = new Option<string?>("--anchor") { Description = DataSentences.Of("AnchorOption") };
        var command = new Command("verify-audit", DataSentences.Of("VerifyAuditSummary")) { anchor, database.Provider, database.Connection };
        command.SetAction(async (parsed, _) =>
        {
            var known = parsed.GetValue(anchor) is { } path ? AuditAnchor.Read(path) : null;
            await using var db = await database.OpenAsync(parsed, Schema.Required);
            var findings = await new AuditVerifier(db).VerifyAsync(known, TimeProvider.System.GetUtcNow());
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            foreach (var defect in findings.Defects)
            {
                await error.WriteLineAsync(defect.ToString());
            }

            if (findings.Defects.Count > 0)
            {
                await error.WriteLineAsync(DataSentences.Of("AuditBroken", findings.Defects.Count));
                return CommandLine.Refused;
            }

            await output.WriteLineAsync(DataSentences.Of("AuditSound", findings.Now.Chains.Count, findings.Records, findings.Rows, findings.Erased, findings.Now.Root));
            return CommandLine.Done;
        });
        return command;
    }
}
