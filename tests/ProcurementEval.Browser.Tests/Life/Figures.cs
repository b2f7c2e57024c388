using System.Globalization;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>The figures of a contract: as its page shows them, and as summary.json has them.</summary>
/// <param name="Instalments">Planned, deducted, paid.</param>
/// <param name="Evaluations">Kind, subject, total.</param>
internal sealed record Figures(string Result, IReadOnlyList<(string Planned, string Deducted, string Paid)> Instalments, IReadOnlyList<(string Kind, string Subject, string Total)> Evaluations)
{
    public static async Task<Figures> ReadAsync(IPage page)
    {
        var instalments = new List<(string, string, string)>();
        foreach (var row in await page.Locator("#instalments tbody tr").AllAsync())
        {
            instalments.Add((await FigureAsync(row, "planned"), await FigureAsync(row, "deducted"), await FigureAsync(row, "paid")));
        }

        var evaluations = new List<(string, string, string)>();
        foreach (var row in await page.Locator("#results tbody tr").AllAsync())
        {
            evaluations.Add(((await row.GetAttributeAsync("data-kind"))!, (await row.GetAttributeAsync("data-subject"))!, await FigureAsync(row, "total")));
        }

        return new Figures(await page.Locator("[data-figure=result]").InnerTextAsync(), instalments, [.. evaluations.Order()]);
    }

    public static Figures Of(Summary summary) => new(
        summary.Result.Total!,
        [.. summary.Instalments.Select(i => (Money(i.Planned), Money(i.Deducted), Money(i.Paid)))],
        [.. summary.Evaluations.Select(e => (e.Kind, e.Subject, e.Total!)).Order()]);

    /// <summary>Every figure of the first sheet of a workbook, in reading order.</summary>
    public static IReadOnlyList<decimal> Of(byte[] workbook)
    {
        using var content = new MemoryStream(workbook);
        return [.. ExcelReader.Read(content, 500, 50).SelectMany(r => r).Select(c => decimal.TryParse(c, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? figure : (decimal?)null).OfType<decimal>()];
    }

    public override string ToString() => $"{Result}; {string.Join(", ", Instalments)}; {string.Join(", ", Evaluations)}";

    private static string Money(string figure) => Show.Money(decimal.Parse(figure, CultureInfo.InvariantCulture));

    private static Task<string> FigureAsync(ILocator row, string figure) => row.Locator($"[data-figure={figure}]").InnerTextAsync();
}
