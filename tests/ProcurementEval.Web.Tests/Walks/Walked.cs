using System.Globalization;
using System.Text.Json.Nodes;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>summary.json, read for one figure at a time.</summary>
internal sealed record Walked(JsonNode Json)
{
    /// <summary>"supplier total" of the valid bids by rank, then "supplier invalid".</summary>
    public string Bids => string.Join(", ", Json["tender"]!["bids"]!.AsArray().OrderBy(b => b!["rank"]?.GetValue<int>() ?? 99).Select(b => $"{b!["supplier"]} {b["total"]?.ToString() ?? "invalid"}"));

    public string Winner => Text(Json["tender"]!["winner"]);

    public string State => Text(Json["contract"]!["state"]);

    /// <summary>Total and grade of the whole.</summary>
    public string Result => $"{Json["result"]!["total"]} {Json["result"]!["grade"]}";

    public string Recoveries => string.Join(", ", Json["recoveries"]!.AsArray().Select(r => $"{r!["reason"]} {r["amount"]}"));

    /// <summary>One member of all instalments.</summary>
    public string Instalments(string member) => string.Join(" ", Json["instalments"]!.AsArray().Select(i => i![member]?.ToString() ?? "–"));

    /// <summary>Totals of one evaluation's subjects.</summary>
    public string Totals(string kind) => string.Join(" ", Json["evaluations"]!.AsArray().Where(e => Text(e!["kind"]) == kind).Select(e => e!["total"]));

    /// <summary>Total of one bid.</summary>
    public string Bid(string supplier) => Text(Json["tender"]!["bids"]!.AsArray().Single(b => Text(b!["supplier"]) == supplier)!["total"]);

    public decimal Sum(string member) => Json["instalments"]!.AsArray().Sum(i => Number(i![member]));

    public decimal Contract => Number(Json["contract"]!["amount"]);

    public decimal Claimed => Json["recoveries"]!.AsArray().Sum(r => Number(r!["amount"]));

    public static decimal Number(JsonNode? figure) => decimal.Parse(Text(figure), CultureInfo.InvariantCulture);

    public static string Text(JsonNode? node) => node!.GetValue<string>();
}
