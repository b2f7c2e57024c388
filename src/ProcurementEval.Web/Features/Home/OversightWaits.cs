using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Home;

/// <summary>What auditors and administrators look after; an administrator sees no contents.</summary>
internal static class OversightWaits
{
    public static IEnumerable<Waiting> Of(Question ask) => ask.Reader.Role switch
    {
        Role.Auditor => [new Waiting(SiteText.Of("Task.CheckChains"), SiteText.Of("Task.CheckChainsWhat"), null, Role.Auditor, null, "/audit")],
        Role.Administrator => [new Waiting(SiteText.Of("Task.Templates"), SiteText.Of("Task.TemplatesWhat"), null, Role.Administrator, null, "/templates")],
        _ => [],
    };
}
