namespace ProcurementEval.Domain.Delivery;

/// <summary>A post (岗位) that stood vacant, both days included; it costs the supplier money for each day.</summary>
public sealed record VacantPost(string Post, DateOnly From, DateOnly To)
{
    /// <summary>The last release that had deducted for vacancies when this one was reported: it knew nothing of it.</summary>
    public DateOnly? Settled { get; init; }

    /// <summary>People write one post in several ways: wide or narrow, in capitals or not.</summary>
    public bool IsOf(string post) => string.Equals(Folded(Post), Folded(post), StringComparison.OrdinalIgnoreCase);

    private static string Folded(string post) => string.Concat(post.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Vacant days after one day and up to another, that one included.</summary>
    public int DaysIn(DateOnly after, DateOnly until)
    {
        var first = From > after ? From : after.AddDays(1);
        var last = To < until ? To : until;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }
}
