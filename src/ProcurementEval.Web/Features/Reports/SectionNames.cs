namespace ProcurementEval.Web.Features.Reports;

/// <summary>Names of sections as worksheets allow them: at most 31 characters, unique, none of []:*?/\.</summary>
internal sealed class SectionNames
{
    private const int Most = 31;
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Next(string wanted)
    {
        var clean = string.Concat(wanted.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? '-' : c)).Trim().Trim('\'');
        var name = Cut(clean, string.Empty);
        for (var n = 2; !taken.Add(name); n++)
        {
            name = Cut(clean, string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ({n})"));
        }

        return name;
    }

    // A character outside the basic plane (𠮷) is two units: never half of it.
    private static string Cut(string name, string ending)
    {
        var length = Math.Min(name.Length, Most - ending.Length);
        return name[..(length > 0 && char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + ending;
    }
}
