namespace ProcurementEval.Web.Web;

/// <summary>A row of a bar chart: the figure as it is printed, its part of the whole (0 to 1; more is cut), and how deep it stands in a tree.</summary>
public sealed record Bar(string Label, string Figure, decimal Share, int Depth = 0);
