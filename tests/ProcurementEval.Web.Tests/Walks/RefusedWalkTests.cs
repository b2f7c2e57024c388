using System.Globalization;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>Input that a walk refuses: exit code, sentence with file and line, and nothing left behind.</summary>
public sealed class RefusedWalkTests : IDisposable
{
    private readonly CaseCopy copy = new("longhua-2024");

    public RefusedWalkTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => copy.Dispose();

    [Theory]
    [InlineData("LH1.1: [2, 2, 2]", "LH1.1: [2, 3, 2]", "a score of 3 will not do: 0 to 2")]
    [InlineData("LH1.3: [3.1, 3.2, 3.3]", "LH1.3: [3.1, 3.255, 3.3]", "at most two decimals")]
    [InlineData("LH1.3: [3.1, 3.2, 3.3]", "LH1.3: [.nan, 3.2, 3.3]", "neither a number")]
    [InlineData("LH1.3: [3.1, 3.2, 3.3]", "LH1.3: [1e400, 3.2, 3.3]", "neither a number")]
    [InlineData("quote: 6860000.00", "quote: 1e400", "must be a number")]
    [InlineData("quote: 6860000.00", "quote: -1.00", "may not be below 0.01")]
    [InlineData("quote: 6860000.00", "quote: 0", "may not be below 0.01")]
    [InlineData("quote: 6860000.00", "quote: 6860000.005", "decimal")]
    [InlineData("quote: 6860000.00", "quote: 79228162514264337593543950336", "quote")]
    [InlineData("scored: 2024-07-30", "scored: 2024-07-28", "Dates are out of order")]
    [InlineData("invited: 2025-08-18", "invited: 2025-02-30", "must be a date")]
    [InlineData("sha256: cd6c36e8", "sha256: dd6c36e8", "is not the text that the case pins")]
    [InlineData("  number: LH-2024-ZB-01", "  title: x\n  title: y\n  number: LH-2024-ZB-01", "stands twice", 1)]
    [InlineData("id: longhua-2024\n", "a: &a [x, x]\nb: &b [*a, *a]\nid: longhua-2024\n", "anchors and aliases", 0, 1)]
    [InlineData("usersInvited", "userInvited", "Did you mean “usersInvited”?")]
    public async Task Walk_OfACaseWithOneChange_IsRefusedAtItsLine(string from, string to, string sentence, int below = 0, int occurrence = 0)
    {
        var line = copy.Change(occurrence == 0 ? from : "\n" + from, occurrence == 0 ? to : "\n" + to) + below + occurrence;

        Refused(await copy.WalkAsync(), $"{copy.Case}:{line}: ", sentence);
    }

    [Fact]
    public async Task Walk_OfACaseNestedAThousandDeep_IsRefusedAtItsLine()
    {
        var line = copy.Change("region: 深圳市龙华区", "region: " + new string('[', 1000) + new string(']', 1000));

        Refused(await copy.WalkAsync(), $"{copy.Case}:{line}: ", "Nested too deep");
    }

    [Fact]
    public async Task Walk_OfWhatIsNoText_IsRefusedAtItsLine()
    {
        await File.WriteAllBytesAsync(copy.Case, [.. "kind: case\nid: "u8, 0xFF, 0xFE], TestContext.Current.CancellationToken);
        Refused(await copy.WalkAsync(), $"{copy.Case}:2: ", "not UTF-8");

        await File.WriteAllBytesAsync(copy.Case, [0x50, 0x4B, 0x03, 0x04, 0, 0], TestContext.Current.CancellationToken);
        Refused(await copy.WalkAsync(), $"{copy.Case}:1: ", "not a text file");

        await using (var file = File.Create(copy.Case))
        {
            file.SetLength(100_000_000);
        }

        Refused(await copy.WalkAsync(), $"{copy.Case}:1: ", "100000000 bytes");
    }

    [Fact]
    public async Task Walk_OfAnotherKindOfFile_SaysWhichKindIsWanted()
    {
        var template = copy.In("A-1.yaml");
        var line = 1 + (await File.ReadAllTextAsync(template, TestContext.Current.CancellationToken)).Split('\n').IndexOf("kind: template");

        Refused(await CaseCopy.VerbAsync("walk", template, "--out", copy.Out), $"{template}:{line}: ", "template", "case");
    }

    [Fact]
    public async Task Walk_OfNoFileOrAFolder_IsRefused()
    {
        Refused(await CaseCopy.VerbAsync("walk", copy.In("none.yaml"), "--out", copy.Out), $"{copy.In("none.yaml")}:1: ", "no such file");
        Refused(await CaseCopy.VerbAsync("walk", copy.In("cases"), "--out", copy.Out), $"{copy.In("cases")}:1: ", "a folder");
    }

    [Fact]
    public async Task Walk_WithoutACaseOrWithAnUnknownOption_IsWrongUsage()
    {
        foreach (string[] args in (string[][])[["walk"], ["walk", copy.Case, "--ot", copy.Out], ["wakl", copy.Case], ["walk", copy.Case, copy.Case]])
        {
            var ran = await CaseCopy.VerbAsync(args);

            Assert.Equal(2, ran.Exit);
            Assert.Contains("--help", ran.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Walk_OnADatabaseThatCannotBeUsed_IsRefused()
    {
        Refused(await copy.WalkAsync("--provider", "oracle"), "oracle");
        Refused(await copy.WalkAsync("--connection", "nonsense"), "nonsense");
        Refused(await copy.WalkAsync("--connection", $"Data Source={copy.In("none/app.db")}"), "none/app.db");

        var file = copy.In("walk.db");
        await File.WriteAllTextAsync(file, "no database, only a text that is long enough to be read as a header of one", TestContext.Current.CancellationToken);
        Refused(await copy.WalkAsync("--connection", $"Data Source={file};Pooling=False"), "walk.db");

        Assert.Equal(0, (await CaseCopy.VerbAsync(["migrate", .. copy.Database.Options])).Exit);
        copy.Database.Tamper("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '99.0.0')");
        Refused(await copy.WalkAsync(copy.Database.Options), "99990101000000_Future");
    }

    [Fact]
    public async Task Walk_TwiceIntoOneDatabase_IsRefusedTheSecondTimeAndLeavesTheFirst()
    {
        Assert.Equal(0, (await copy.WalkAsync(copy.Database)).Exit);
        var before = await File.ReadAllBytesAsync(Path.Combine(copy.Out, "summary.json"), TestContext.Current.CancellationToken);

        var again = await CaseCopy.VerbAsync(["walk", copy.Case, "--out", copy.In("again"), .. copy.Database.Options]);

        Assert.Equal(1, again.Exit);
        Assert.Contains("LH-2024-01 has been walked", again.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(copy.In("again")));
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(copy.Out, "summary.json"), TestContext.Current.CancellationToken));
    }

    // Where the files cannot be written the database keeps nothing either: the same walk can be done again.
    [Fact]
    public async Task Walk_IntoAFolderThatCannotBeWritten_LeavesNothing()
    {
        await File.WriteAllTextAsync(copy.Out, "a file in its place", TestContext.Current.CancellationToken);
        var ran = await copy.WalkAsync(copy.Database);
        Assert.Equal(1, ran.Exit);
        Assert.Contains(copy.Out, ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
        Assert.Equal("a file in its place", await File.ReadAllTextAsync(copy.Out, TestContext.Current.CancellationToken));

        File.Delete(copy.Out);
        Directory.CreateDirectory(Path.Combine(copy.Out, "money-sheet.xlsx"));
        var taken = await copy.WalkAsync(copy.Database);
        Assert.Equal(1, taken.Exit);
        Assert.Contains($"{Path.Combine(copy.Out, "money-sheet.xlsx")}:1: ", taken.Errors, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(copy.Out, "money-sheet.xlsx")], Directory.GetFileSystemEntries(copy.Out));

        Directory.Delete(copy.Out, recursive: true);
        Assert.Equal(0, (await copy.WalkAsync(copy.Database)).Exit);
    }

    [Fact]
    public async Task Walk_IntoAPathThatTheSystemRefuses_LeavesNothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is a thing of Linux.");
        var ran = await CaseCopy.VerbAsync("walk", copy.Case, "--out", "/proc/walk");

        Refused(ran, "/proc/walk");
        Assert.False(Directory.Exists("/proc/walk"));
    }

    private void Refused(Ran ran, params string[] said)
    {
        Assert.Equal(1, ran.Exit);
        Assert.All(said, s => Assert.Contains(s, ran.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ran.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(copy.Out));
    }
}
