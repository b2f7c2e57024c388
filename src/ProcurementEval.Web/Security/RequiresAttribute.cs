using Microsoft.AspNetCore.Authorization;

namespace ProcurementEval.Web.Security;

/// <summary>The permission that a page or end-point requires; without it the answer is 403, without sign-in the sign-in page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Permission Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the table.</summary>
internal sealed class PermissionHandler : AuthorizationHandler<RequiresAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (Reader.Of(context.User) is { } reader && reader.Role.Allows(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
