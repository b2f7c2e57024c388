namespace ProcurementEval.Web.Security;

/// <summary>Who sees a contract's money: everybody in scope but assessors, whose assignment does not need it.</summary>
public static class MoneySight
{
    /// <summary>In lists, where contracts that an evaluator leads and those he only assesses stand side by side, he sees none.</summary>
    public static bool ListsMoney(this Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Role != Role.Evaluator;
    }
}
