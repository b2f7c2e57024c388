using System.Globalization;
using System.Text;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>What the stub's sheet answers to a save: each key has one effect, and nothing typed on an older score replaces a newer one.</summary>
internal sealed class StubSheet
{
    private readonly Dictionary<string, object> answers = [];
    private readonly Lock gate = new();

    public IReadOnlyList<StubItem> Items { get; } =
    [
        new("一、服务过程", "A1", "服务方案与需求评估", 10), new("一、服务过程", "A2", "个案、小组与社区活动按计划开展，记录完整、真实、可追溯", 10), new("一、服务过程", "A3", "督导与培训", 10),
        new("二、服务成效", "B1", "服务对象改变", 10), new("二、服务成效", "B2", "满意度", 10), new("三、管理", "C1", "专职人员配备与持证", 10),
    ];

    public (int Status, object Answer) Save(string code, string? points, string comment, int typedOn, string key)
    {
        lock (gate)
        {
            var item = Items.Single(i => i.Code == code);
            if (answers.TryGetValue(key, out var first))
            {
                return (200, first);
            }

            if (typedOn != item.Sequence)
            {
                return (409, new { sequence = item.Sequence, points = item.Points, comment = item.Comment, by = "您在另一台设备", at = "14:05" });
            }

            if (Read(points) is not { } number || number > item.Max)
            {
                return (422, new { detail = $"得分须在 0 与 {item.Max} 之间，您填的是“{points}”。" });
            }

            item.Saved.Add((number.ToString("0.##", CultureInfo.InvariantCulture), comment));
            return (200, answers[key] = new { sequence = item.Sequence, savedAt = "14:03", points = item.Points, total = Items.Sum(i => Read(i.Points) ?? 0).ToString("0.##", CultureInfo.InvariantCulture), missing = Items.Count(i => i.Sequence == 0) });
        }
    }

    private static decimal? Read(string? points) => decimal.TryParse(points?.Normalize(NormalizationForm.FormKC), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
