using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Audit;

/// <summary>What the audit is narrowed to; all of it stands in the address.</summary>
public sealed record AuditFilter
{
    /// <summary>An account, a person's name, or a job as "job:name".</summary>
    [FromQuery(Name = "who")]
    public string? Who { get; init; }

    /// <summary>A table.</summary>
    [FromQuery(Name = "what")]
    public string? What { get; init; }

    /// <summary>A contract's number, a project's code or part of its title, or a chain's own name.</summary>
    [FromQuery(Name = "of")]
    public string? Of { get; init; }

    [FromQuery(Name = "from")]
    public string? FromText { get; init; }

    [FromQuery(Name = "to")]
    public string? ToText { get; init; }

    /// <summary>A receipt's number, or the beginning of a hash.</summary>
    [FromQuery(Name = "receipt")]
    public string? ReceiptText { get; init; }

    /// <summary>The hash of the last record of the page before: a place in the list that tells nobody how many there are.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>What cannot be read as a date; nothing is listed then.</summary>
    public string? Unreadable => new[] { FromText, ToText }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t) && Typed.Day(t) is null);

    public DateOnly? From => Typed.Day(FromText);

    public DateOnly? To => Typed.Day(ToText);

    public string? Receipt => ReceiptText?.Trim().ToLowerInvariant().Replace(" ", string.Empty, StringComparison.Ordinal) is { Length: > 0 } receipt ? receipt : null;

    public bool IsNarrowed => Url(string.Empty, after: null).Length > 0;

    public string Url(string path, string? after)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new (string, string?)[] { ("who", Who), ("what", What), ("of", Of), ("from", FromText), ("to", ToText), ("receipt", ReceiptText), ("after", after) })
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                query.Add(key, value.Trim());
            }
        }

        return path + query.ToQueryString();
    }
}
