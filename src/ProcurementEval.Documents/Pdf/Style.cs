namespace ProcurementEval.Documents.Pdf;

/// <summary>How a run of text looks: size in points, weight, colour (ARGB), and the height of its line in relation to its size.</summary>
internal readonly record struct Style(float Size, bool Bold = false, uint Color = Palette.Ink, float Leading = 1.5f)
{
    public float LineHeight => Size * Leading;
}

/// <summary>The few colours of a report.</summary>
internal static class Palette
{
    public const uint Ink = 0xFF1A1F24;
    public const uint Muted = 0xFF5B6670;
    public const uint Warning = 0xFF9B1C1C;
    public const uint Accent = 0xFF2F5D8A;
    public const uint Rule = 0xFF39434D;
    public const uint Hairline = 0xFFCBD2D9;
    public const uint HeadFill = 0xFFE9EEF3;
    public const uint GroupFill = 0xFFF4F6F8;
    public const uint Track = 0xFFE6EBF0;
}
