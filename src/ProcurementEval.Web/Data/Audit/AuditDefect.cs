namespace ProcurementEval.Web.Data.Audit;

/// <summary>One thing that an audit found: its kind, and where; <see cref="ToString"/> is the sentence for people.</summary>
/// <param name="Code">The kind of defect.</param>
/// <param name="Chain">The chain; empty where a row stands in none.</param>
/// <param name="Sequence">The record; 0 where there is none.</param>
/// <param name="Entity">The table, or what the code's sentence says in its place.</param>
/// <param name="Id">The key of the row.</param>
/// <param name="Column">The column, where one is at fault.</param>
public sealed record AuditDefect(string Code, string Chain, int Sequence, string Entity = "", string Id = "", string Column = "")
{
    public override string ToString() => DataSentences.Of(Code, Chain, Sequence, Entity, Id, Column);
}
