using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Tests;

/// <summary>Fixed documents of invented data.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset CreatedAt = new(2025, 6, 30, 9, 30, 0, TimeSpan.FromHours(8));

    private static readonly string[] Names =
    [
        "专业人员配备与资质", "服务计划与年度指标完成", "个案服务数量与规范", "小组工作开展情况", "社区活动覆盖面", "志愿者队伍建设与培训",
        "督导制度落实", "财务管理与专款专用", "档案管理完整性", "服务对象满意度",
    ];

    public static Document With(params Block[] blocks) => new("样本文件") { Sections = [new("样本", blocks)], CreatedAt = CreatedAt, Footer = "样本页脚" };

    public static TextCell Text(string text, int span = 1) => new(text) { Span = span };

    /// <summary>Thirty indicators in three groups; each scores its maximum less 0.25 × its number within ten, so a group is 30 − 0.25 × 55 = 16.25 and the total 48.75.</summary>
    public static Document Report()
    {
        var rows = new List<Row>();
        for (var group = 1; group <= 3; group++)
        {
            rows.Add(new Row($"g{group}", [Text($"{group}　{(group == 1 ? "项目管理" : group == 2 ? "服务成效" : "社会效益")}", 3), Figure(30m), Sum($"g{group}", Enumerable.Range(1, 10).Select(i => $"i{group}-{i}"), 16.25m), Text("本组各项之和")]) { Kind = RowKind.Group });
            for (var i = 1; i <= 10; i++)
            {
                rows.Add(new Row($"i{group}-{i}",
                [
                    Text($"{group}.{i}"),
                    Text($"{Names[i - 1]}（第{group}组）"),
                    Text(i % 3 == 0 ? "判断" : "计量"),
                    Figure(3m),
                    Figure(3m - (0.25m * i)),
                    Text(Working(i)),
                ]) { Indent = 1 });
            }
        }

        rows.Add(new Row("total", [Text("合计", 3), Figure(90m), Sum("total", ["g1", "g2", "g3"], 48.75m), Text("未触发一票否决")]) { Kind = RowKind.Total });
        rows.Add(new Row("note", [Text("注：各指标得分四舍五入至两位小数后相加；☑ 表示已现场核验，𠮷 为测试用生僻字。", 6)]) { Kind = RowKind.Note });
        var table = new Table("scores",
            [new("code", "编号", 7), new("name", "指标", 26), new("kind", "性质", 8, Align.Center), new("max", "满分", 9, Align.Right), new("score", "得分", 9, Align.Right), new("working", "计算过程", 41)], rows)
        { Title = "一、指标得分与计算过程" };
        return new Document("某街道社会工作服务站项目末期评估报告（虚构数据）")
        {
            CreatedAt = CreatedAt,
            Footer = "模板 A-1 · sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 · 审计锚 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            Sections =
            [
                new("评估报告",
                [
                    new KeyValueList(
                    [
                        new("采购人", Text("某区民政局（虚构）")), new("服务机构", Text("某社会工作服务中心（虚构）")),
                        new("合同编号", Text("XH-2024-017")), new("合同金额", Figure(2445000m, FigureFormat.Money)),
                        new("服务期限", Text("2024-04-01 至 2025-03-31")), new("评估日期", new DateCell(new(2025, 4, 18))),
                        new("评估结论", Text("合格：总分 48.75 分，未触发一票否决；按照合同第八条支付尾款，差额部分由采购人书面确认后在最后一期中扣除，机构可于五个工作日内提出异议。")),
                        new("等级", Text("合格")), new("扣款比例", Figure(15m, FigureFormat.Percent)),
                    ]),
                    new Heading(2, "评估概述"),
                    new Paragraph("受采购人委托，评估组于2025年4月18日对该项目进行了末期评估。评估采用查阅资料、实地走访、访谈服务对象与问卷调查相结合的方式，共查阅个案档案120份、小组档案36份，访谈服务对象45人，回收有效问卷300份（回收率 96.77%）。"),
                    new Paragraph("重要提示：本报告所载数据均为虚构，仅用于检查版面。", TextTone.Warning),
                    table,
                    new BarChart("二、各组得分率", [new("项目管理", 16.25m, 30m), new("服务成效", 16.25m, 30m), new("社会效益与可持续发展能力（含社区参与、资源链接与品牌建设）", 22.5m, 30m)]),
                    new SignatureBlock("三、评估组签字", [new("评估组长", "甲某某"), new("评估专家", "乙某某", new DateOnly(2025, 4, 20)), new("采购人代表"), new("服务机构负责人（对评估结果无异议，签字确认）", "丙某某")]),
                ]),
                new("资金", [
                    new Heading(1, "附：资金支付"),
                    Money(),
                    new Paragraph("金额单位：人民币元。", TextTone.Small),
                ]),
            ],
        };
    }

    public static Table Money() => new("money", [new("name", "期次", 20), new("share", "比例", 12, Align.Right), new("planned", "应付", 20, Align.Right), new("deducted", "扣减", 20, Align.Right), new("paid", "实付", 20, Align.Right)],
    [
        MoneyRow("first", "首期款", 30m, 733500m, 0m),
        MoneyRow("second", "中期款", 55m, 1344750m, 0m),
        MoneyRow("last", "尾款", 15m, 366750m, 55012.5m),
        new Row("sum", [Text("合计"), Column("share", 100m, FigureFormat.Percent), Column("planned", 2445000m), Column("deducted", 55012.5m), Column("paid", 2389987.5m)]) { Kind = RowKind.Total },
    ]);

    private static Row MoneyRow(string id, string name, decimal share, decimal planned, decimal deducted) => new(id,
    [
        Text(name), Figure(share, FigureFormat.Percent), Figure(planned, FigureFormat.Money), Figure(deducted, FigureFormat.Money),
        new FigureCell(planned - deducted, FigureFormat.Money) { Formula = new([new("money", id, "planned"), new("money", id, "deducted", -1m)]) },
    ]);

    private static FigureCell Column(string column, decimal value, FigureFormat format = FigureFormat.Money) =>
        new(value, format) { Formula = new([new("money", "first", column), new("money", "second", column), new("money", "last", column)]) };

    private static FigureCell Figure(decimal value, FigureFormat format = FigureFormat.Score) => new(value, format);

    private static FigureCell Sum(string id, IEnumerable<string> rows, decimal value) =>
        new(value) { Formula = new([.. rows.Select(row => new Term("scores", row, "score"))]) };

    private static string Working(int i) => i % 4 == 0
        ? $"承诺 240 小时，实际 {240 - (i * 20)} 小时；完成率 = {240 - (i * 20)} ÷ 240 × 100%；按比例计分并扣减 0.25 × {i} 分\n评委：甲 2.50，乙 2.75，丙 3.00 → 均值 2.75"
        : $"3 − 0.25 × {i} = {3m - (0.25m * i):0.00}；完成率≥90%，依据“服务记录”第{i}页（已核验）";
}
