using Microsoft.AspNetCore.Identity;

namespace ProcurementEval.Web.Security;

/// <summary>A person's account; UserName is the name under which his acts are recorded.</summary>
public sealed class User : IdentityUser<Guid>
{
    public int Version { get; private set; }

    public required Role Role { get; set; }

    /// <summary>The organisation he acts for; null for auditors, administrators and outside assessors.</summary>
    public Guid? PartyId { get; set; }

    /// <summary>The name that pages show.</summary>
    public required string Name { get; set; }

    /// <summary>Manages the accounts of his own organisation.</summary>
    public bool ManagesParty { get; set; }

    /// <summary>Closed by an administrator: cannot sign in, and is signed out at the next request.</summary>
    public bool Disabled { get; set; }
}
