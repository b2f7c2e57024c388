using System.Security.Cryptography;
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

    /// <summary>Somebody else chose his password: until he has one of his own he reaches no page but his account's.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>A password that somebody else knows: every session ends, locks fall, and he must replace it.</summary>
    public void Receive(string passwordHash)
    {
        (PasswordHash, MustChangePassword, LockoutEnabled) = (passwordHash, true, true);
        Unlock();
        EndSessions();
    }

    public void Unlock() => (LockoutEnd, AccessFailedCount) = (null, 0);

    public void EndSessions() => SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
