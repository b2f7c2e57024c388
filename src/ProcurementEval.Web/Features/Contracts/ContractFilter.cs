using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Tenders;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>What a list of contracts is narrowed to, how it is sorted and which page it shows; all of it stands in the address, and what cannot be read there is left out.</summary>
public sealed record ContractFilter
{
    public const int PageSize = 25;
    public static readonly IReadOnlyList<string> Sorts = ["number", "title", "agency", "sum", "start", "end"];

    /// <summary>Part of the number, the title or the agency's name.</summary>
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "stage")]
    public string? StageText { get; init; }

    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    [FromQuery(Name = "method")]
    public string? MethodText { get; init; }

    /// <summary>"1": only contracts on which something is late.</summary>
    [FromQuery(Name = "late")]
    public string? LateText { get; init; }

    /// <summary>One of <see cref="Sorts"/>, with a minus before it from the last to the first.</summary>
    [FromQuery(Name = "sort")]
    public string? SortText { get; init; }

    [FromQuery(Name = "p")]
    public string? PageText { get; init; }

    public ContractStage? Stage => One<ContractStage>(StageText);

    public PurchaseMethod? Method => One<PurchaseMethod>(MethodText);

    public bool Late => LateText == "1";

    public bool Descending => SortText?.StartsWith('-') ?? false;

    public string Sort => SortText?.TrimStart('-') is { } sort && Sorts.Contains(sort) ? sort : Sorts[0];

    public int Page => int.TryParse(PageText, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1;

    public bool IsNarrowed => Stage is not null || Method is not null || Late || !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrEmpty(Region);

    /// <summary>The address of this list, or of its file.</summary>
    public string Url(string path = "/contracts")
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new (string, string?)[] { ("q", Text), ("stage", Stage?.ToString()), ("region", Region), ("method", Method?.ToString()), ("late", Late ? "1" : null), ("sort", SortText), ("p", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(key, value);
            }
        }

        return path + query.ToQueryString();
    }

    /// <summary>The same list sorted by a column; a second time the other way round.</summary>
    public ContractFilter SortedBy(string column) => this with { SortText = Sort == column && !Descending ? "-" + column : column, PageText = null };

    public ContractFilter OnPage(int page) => this with { PageText = page.ToString(CultureInfo.InvariantCulture) };

    // Words only: Enum.TryParse would read numbers and lists too.
    private static T? One<T>(string? word)
        where T : struct, Enum => Enum.GetNames<T>().FirstOrDefault(n => string.Equals(n, word, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name) : null;
}
