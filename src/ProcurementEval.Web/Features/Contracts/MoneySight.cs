using ProcurementEval.Domain.Projects;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>Who sees a contract's money: everybody in scope but assessors, whose assignment does not need it.</summary>
internal static class MoneySight
{
    /// <summary>In lists, where led and merely assessed contracts stand side by side.</summary>
    public static bool ListsMoney(this Reader reader) => reader.Role != Role.Evaluator;

    public static bool SeesMoney(this Reader reader, Scope scope, Project project) => reader.Role != Role.Evaluator || scope.Leads(project);
}
