using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>The shape of summary.json, and that what it says of files and history is so.</summary>
public sealed partial class SummaryTests(WalkedCases cases)
{
    public static TheoryData<string> Ids { get; } = ["xinhu-2024", "fengyang-2023", "longhua-2024", "fenghuang-2024", "changsha-2022"];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Summary_HasExactlyTheKeysOfItsFormat(string id)
    {
        var json = (await cases.OfAsync(id)).Summary.Json;

        Assert.Equal("case contract tender instalments recoveries evaluations result history files", Keys(json));
        Assert.Equal("number amount start end state", Keys(json["contract"]));
        Assert.Equal("method winner bids", Keys(json["tender"]));
        Each(json["tender"]!["bids"], "supplier quote valid total rank factors");
        Each(json["tender"]!["bids"]![0]!["factors"], "code score weighted");
        Each(json["instalments"], "name share planned deducted paid dueOn paidOn state");
        Each(json["evaluations"], "kind subject template version sha256 scale total grade vetoes");
        Assert.Equal("total grade", Keys(json["result"]));
        Each(json["history"], "process id trigger from to at by");
        Each(json["files"], "path sha256 bytes");
        Assert.Empty(json["recoveries"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Summary_WritesFiguresWithTwoDecimalsAndDatesByIso8601(string id)
    {
        var json = (await cases.OfAsync(id)).Summary.Json;
        string[] figures = ["amount", "quote", "total", "score", "weighted", "share", "planned", "deducted", "paid", "scale"];
        string[] dates = ["start", "end", "dueOn", "paidOn"];

        var leaves = Leaves(json).ToArray();

        Assert.All(leaves.Where(l => figures.Contains(l.Key) && l.Value is not null), l => Assert.Matches(TwoDecimals(), l.Value!.GetValue<string>()));
        Assert.All(leaves.Where(l => dates.Contains(l.Key)), l => Assert.True(DateOnly.TryParseExact(l.Value!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
        Assert.All(leaves.Where(l => l.Key == "at"), l => Assert.Matches(Instant(), l.Value!.GetValue<string>()));
    }

    // The weighted factors of a bid add up to its total.
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Summary_FactorsOfABid_AddUpToItsTotal(string id)
    {
        var bids = (await cases.OfAsync(id)).Summary.Json["tender"]!["bids"]!.AsArray();

        Assert.All(bids.Where(b => b!["valid"]!.GetValue<bool>()), b => Assert.Equal(Walked.Number(b!["total"]), b["factors"]!.AsArray().Sum(f => Walked.Number(f!["weighted"]))));
        Assert.All(bids.Where(b => !b!["valid"]!.GetValue<bool>()), b => Assert.True(b!["total"] is null && b["rank"] is null && b["factors"]!.AsArray().Count == 0));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Files_AreThoseInTheFolder_WithTheirLengthAndHash(string id)
    {
        var walked = await cases.OfAsync(id);
        var files = walked.Summary.Json["files"]!.AsArray();

        Assert.Equal(Directory.GetFiles(walked.Copy.Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal), files.Select(f => Walked.Text(f!["path"])).Append("summary.json").Order(StringComparer.Ordinal));
        Assert.All(files, f =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(walked.Copy.Out, Walked.Text(f!["path"])));
            Assert.Equal((bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (f["bytes"]!.GetValue<long>(), Walked.Text(f["sha256"])));
        });
    }

    // Every process begins at its first stage, goes on where it stood, in the order of time, and ends.
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task History_OfEveryProcess_IsConsecutiveToItsEnd(string id)
    {
        var walked = (await cases.OfAsync(id)).Summary;
        var history = walked.Json["history"]!.AsArray().Select(s => s!).ToArray();
        var instants = history.Select(s => DateTimeOffset.Parse(Walked.Text(s["at"]), CultureInfo.InvariantCulture)).ToArray();

        Assert.Equal(instants.Order(), instants);
        Assert.Equal(["acceptance", "contract", "evaluation", "finding", "instalment", "tender"], history.Select(s => Walked.Text(s["process"])).Where(p => p != "objection").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(history.GroupBy(s => (Process: Walked.Text(s["process"]), Id: Walked.Text(s["id"]))), chain =>
        {
            var steps = chain.ToArray();
            Assert.Equal(First[chain.Key.Process], Walked.Text(steps[0]["from"]));
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(Walked.Text(pair.First["to"]), Walked.Text(pair.Second["from"])));
            Assert.Contains(Walked.Text(steps[^1]["to"]), Ends[chain.Key.Process]);
        });
        Assert.Equal(walked.State, Walked.Text(history[^1]["to"]));
    }

    private static readonly Dictionary<string, string> First = new()
    {
        ["tender"] = "draft", ["contract"] = "draft", ["instalment"] = "planned", ["evaluation"] = "planned", ["acceptance"] = "prepared", ["finding"] = "issued", ["objection"] = "filed",
    };

    private static readonly Dictionary<string, string[]> Ends = new()
    {
        ["tender"] = ["concluded"], ["contract"] = ["closed", "renewed"], ["instalment"] = ["paid", "waived"], ["evaluation"] = ["fixed"], ["acceptance"] = ["published"], ["finding"] = ["verified"], ["objection"] = ["dismissed"],
    };

    private static void Each(JsonNode? list, string keys)
    {
        Assert.NotEmpty(list!.AsArray());
        Assert.All(list.AsArray(), item => Assert.Equal(keys, Keys(item)));
    }

    private static string Keys(JsonNode? node) => string.Join(' ', node!.AsObject().Select(p => p.Key));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Leaves(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p.Value is JsonValue or null ? [p] : Leaves(p.Value)),
        JsonArray list => list.SelectMany(Leaves),
        _ => [],
    };

    [GeneratedRegex(@"^\d+\.\d\d$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TwoDecimals();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instant();
}
