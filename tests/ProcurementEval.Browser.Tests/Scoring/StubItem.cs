namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>An item of the stub's sheet and what is saved of it; the newest counts.</summary>
internal sealed record StubItem(string Group, string Code, string Name, int Max)
{
    public List<(string? Points, string Comment)> Saved { get; } = [];

    public int Sequence => Saved.Count;

    public string Points => Saved.LastOrDefault().Points ?? string.Empty;

    public string Comment => Saved.LastOrDefault().Comment ?? string.Empty;
}
