using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.People;

/// <summary>An account as lists show it.</summary>
public sealed record AccountRow(Guid Id, string Account, string Name, Role Role, string? Party, bool ManagesParty, bool Disabled, DateTimeOffset? LockedUntil);
