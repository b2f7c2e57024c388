using System.Diagnostics;
using System.Globalization;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>Two walks of one case leave the same bytes, wherever and on whatever database they are walked.</summary>
public sealed class EqualWalksTests(WalkedCases cases)
{
    // The first walk of each is on a named database, in the suite's second run on MariaDB, and in the culture of the machine; the second is on a temporary file.
    [Theory]
    [InlineData("xinhu-2024", "de-DE")]
    [InlineData("fengyang-2023", "th-TH")]
    [InlineData("longhua-2024", "en-US")]
    [InlineData("fenghuang-2024", "ar-SA")]
    [InlineData("changsha-2022", "zh-TW")]
    public async Task Walk_Twice_InAnotherCulture_LeavesEqualBytes(string id, string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var copy = new CaseCopy(id);

        var ran = await copy.WalkAsync();

        Assert.True(ran is { Exit: 0, Errors: "" }, ran.Errors);
        AssertEqual((await cases.OfAsync(id)).Copy.Out, copy.Out);
        Assert.Equal(Dates((await cases.OfAsync(id)).Ran), Dates(ran)); // the lines of progress, whatever their language
    }

    [Fact]
    public async Task Walk_InAnotherProcessAndTimeZone_LeavesEqualBytes()
    {
        using var copy = new CaseCopy("longhua-2024");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ProcurementEval.Web.dll"), "walk", copy.Case, "--out", copy.Out]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = copy.In(".") };
        start.Environment["TZ"] = "Pacific/Kiritimati"; // UTC+14
        start.Environment["LC_ALL"] = "th_TH.UTF-8"; // a calendar 543 years ahead

        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        AssertEqual((await cases.OfAsync("longhua-2024")).Copy.Out, copy.Out);
    }

    [Fact]
    public async Task Walk_OnADatabaseThatHoldsAnotherWalk_LeavesTheSameSummaryExceptForItsAnchor()
    {
        using var shared = new CaseCopy("longhua-2024");
        using var copy = new CaseCopy("changsha-2022");
        Assert.Equal(0, (await shared.WalkAsync(shared.Database)).Exit);
        Assert.Equal(0, (await copy.WalkAsync(shared.Database)).Exit);

        var (alone, second) = (System.Text.Json.Nodes.JsonNode.Parse((await cases.OfAsync("changsha-2022")).Summary.Json.ToJsonString())!, System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy.Out, "summary.json"), TestContext.Current.CancellationToken))!);
        alone["files"] = second["files"] = null; // the reports print the root over all chains
        Assert.Equal(alone.ToJsonString(), second.ToJsonString());
        Assert.Equal(0, (await CaseCopy.VerbAsync(["verify-audit", .. shared.Database.Options, "--anchor", Path.Combine(copy.Out, "anchor.json")])).Exit);
    }

    private static IEnumerable<string> Dates(Ran ran) => ran.Output.Split('\n').SkipLast(2).Select(line => line[..10]);

    private static void AssertEqual(string first, string second)
    {
        Assert.Equal(Names(first), Names(second));
        Assert.NotEmpty(Names(first));
        Assert.All(Names(first), name => Assert.True(File.ReadAllBytes(Path.Combine(first, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(second, name))), $"{name} differs."));
    }

    private static string[] Names(string folder) => [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
