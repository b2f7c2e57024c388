using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Web;

/// <summary>The names of recorded steps: the family is the process ("contract" and "Sign" are ContractTrigger.Sign).</summary>
public static class StepNames
{
    public static string Of(Transition step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return SiteText.NameOr($"{char.ToUpperInvariant(step.Process[0])}{step.Process[1..]}Trigger", step.Trigger);
    }

    /// <summary>Who took it: the name of the account, or the automatic step, which is nobody's.</summary>
    public static string By(Transition step, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(names);
        return names.TryGetValue(step.By, out var name) ? name : step.By.StartsWith("job:", StringComparison.Ordinal) ? SiteText.Of("Step.Automatic") : step.By;
    }
}
