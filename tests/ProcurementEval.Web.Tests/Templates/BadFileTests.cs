using System.Diagnostics;
using System.Text;

namespace ProcurementEval.Web.Tests.Templates;

/// <summary>Files that nobody should be able to hurt the program with, given to the command itself.</summary>
public sealed class BadFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bad-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string, int, string> Texts() => new()
    {
        { "empty", "", 1, "The file is empty" },
        { "comment only", "# nothing\n", 1, "The file is empty" },
        { "list at the root", "- a\n- b\n", 1, "The outermost level" },
        { "word at the root", "hello\n", 1, "The outermost level" },
        { "no kind", "id: A\n", 1, "There is no kind" },
        { "unknown kind", "id: A\nkind: [template]\n", 2, "“kind” cannot be" },
        { "duplicate key", "kind: template\nid: A\nid: B\n", 3, "stands twice: line 2" },
        { "alias bomb", "kind: template\na: &a [x, x]\nb: &b [*a, *a]\n", 2, "anchors and aliases" },
        { "tag", "kind: template\nid: !!binary abc\n", 2, "tags" },
        { "two documents", "kind: template\n---\nkind: plan\n", 2, "one document" },
        { "nested a thousand deep", "kind: template\nid: " + new string('[', 1000) + new string(']', 1000) + "\n", 2, "Nested too deep" },
        { "unclosed", "kind: template\nid: [a, b\n", 0, "no valid YAML" },
        { "tab", "kind: template\nid:\n\t- a\n", 3, "indented with a tab" },
        { "key of a map", "? {a: b}\n: c\n", 1, "A key must be a word" },
        { "everything missing", "kind: plan\n", 1, "is missing" },
        { "null everywhere", "kind: template\nid:\nversion:\ntitle:\npurpose:\nscale:\nraters:\nbands:\nindicators:\n", 2, "“id” must be text" },
        { "rules as numbers", "kind: template\nid: A\nversion: 1\ntitle: x\npurpose: evaluation\nscale: 100\nraters: []\nbands: none\nindicators:\n  - { code: a, title: a, max: 100, rule: 7 }\n", 10, "“rule” must hold" },
        { "exponent", "kind: template\nid: A\nversion: 1\ntitle: x\npurpose: evaluation\nscale: 1e400\nraters: []\nbands: none\nindicators: []\n", 6, "“scale” must be a number" },
        { "not a number", "kind: template\nid: A\nversion: 1\ntitle: x\npurpose: evaluation\nscale: .nan\nraters: []\nbands: none\nindicators: []\n", 6, "“scale” must be a number" },
        { "score input without assessors' lists", "kind: score-input\nfacts: 3\nassessors: 4\n", 2, "“facts” must hold" },
        { "score with three decimals", "kind: score-input\nfacts: {}\nassessors:\n  - { id: e1, rater: r, scores: { A: 1.005 } }\n", 4, "at most 2 decimals" },
        { "negative score", "kind: score-input\nfacts: {}\nassessors:\n  - { id: e1, rater: r, scores: { A: -1 } }\n", 4, "may not be below 0" },
        { "score of a part that is not a number", "kind: score-input\nfacts: {}\nassessors:\n  - { id: e1, rater: r, scores: { A: { p: [1] } } }\n", 4, "“p” must" },
        { "case without anything", "kind: case\nid: x\n", 1, "is missing" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void CheckTemplate_OfABadText_SaysWhereAndWhat(string name, string text, int line, string sentence)
    {
        Assert.NotEmpty(name);
        var (exit, output) = Check(Write(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(1, exit);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.Contains(output.Split('\n'), l => l.Contains(sentence, StringComparison.Ordinal) && (line == 0 || l.Contains($"bad.yaml:{line}: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void CheckTemplate_OfWhatIsNoText_SaysSo()
    {
        Assert.Contains("not UTF-8", Refused(Write([.. "kind: template\nid: "u8, 0xFF, 0xFE])), StringComparison.Ordinal);
        Assert.Contains("bad.yaml:2: ", Refused(Write([.. "kind: template\nid: "u8, 0xFF, 0xFE])), StringComparison.Ordinal);
        Assert.Contains("not a text file", Refused(Write([0x50, 0x4B, 0x03, 0x04, 0, 0])), StringComparison.Ordinal);
        Assert.Contains("a folder", Refused(folder), StringComparison.Ordinal);
        Assert.Contains("no such file", Refused(Path.Combine(folder, "none.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void CheckTemplate_OfAHundredMegabytes_IsRefusedUnread()
    {
        var path = Path.Combine(folder, "bad.yaml");
        using (var file = File.Create(path))
        {
            file.SetLength(100_000_000);
        }

        Assert.Contains("100000000 bytes", Refused(path), StringComparison.Ordinal);
    }

    [Fact]
    public void CheckTemplate_OfGoodFiles_SaysSoWithTheHashAndExitsZero()
    {
        var (exit, output) = Check(Shipped.PathOf("A-1.yaml"), Shipped.PathOf("xinhu-2024-tender-1.yaml"));

        Assert.Equal(0, exit);
        Assert.Contains($"A-1.yaml: no faults, 0 warnings, SHA-256 {ProcurementEval.Web.Templates.YamlFile.Read(Shipped.PathOf("A-1.yaml")).Sha256}", output, StringComparison.Ordinal);
        Assert.Contains("warning: T06", output, StringComparison.Ordinal);
        Assert.Contains("第二十条", output, StringComparison.Ordinal);
    }

    [Fact]
    public void CheckTemplate_WithoutAFile_IsWrongUsage() => Assert.Equal(2, Check().Exit);

    private static string Refused(string path)
    {
        var (exit, output) = Check(path);
        Assert.Equal(1, exit);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        return output;
    }

    private string Write(byte[] content)
    {
        var path = Path.Combine(folder, "bad.yaml");
        File.WriteAllBytes(path, content);
        return path;
    }

    private static (int Exit, string Output) Check(params string[] files)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Shipped.Root };
        start.Environment["LANG"] = "en_US.UTF-8";
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        foreach (var argument in files.Prepend("check-template").Prepend(Path.Combine(AppContext.BaseDirectory, "ProcurementEval.Web.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)));
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
