namespace ProcurementEval.Web.Data.Audit;

/// <summary>What an audit saw: defects, none when it is sound, and how much was compared.</summary>
public sealed record AuditFindings(IReadOnlyList<AuditDefect> Defects, AuditAnchor Now, int Records, int Rows, int Erased);
