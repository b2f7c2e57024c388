namespace ProcurementEval.Web.Web;

/// <summary>Where a stage of a life stands.</summary>
public enum LifeState
{
    Done,
    Current,
    Next,
    Blocked,
}

/// <summary>A stage of a life with its date, and in a sentence what comes of it or blocks it.</summary>
public sealed record LifeStage(string Name, LifeState State, string? When = null, string? Note = null, string? Href = null);
