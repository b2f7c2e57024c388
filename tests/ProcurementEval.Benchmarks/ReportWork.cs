using ProcurementEval.Documents.Model;

namespace ProcurementEval.Benchmarks;

/// <summary>A dense evaluation report of about six A4 pages; every figure in it is invented.</summary>
internal static class ReportWork
{
    private const int Groups = 6;
    private const int Items = 10;

    private static readonly string[] Names =
    [
        "专业人员配备与资质", "服务计划与年度指标完成", "个案服务数量与规范", "小组工作开展情况", "社区活动覆盖面", "志愿者队伍建设与培训",
        "督导制度落实", "财务管理与专款专用", "档案管理完整性", "服务对象满意度",
    ];

    public static Document Report { get; } = new("某街道社会工作服务站项目末期评估报告（虚构数据）")
    {
        CreatedAt = new DateTimeOffset(2025, 6, 30, 9, 30, 0, TimeSpan.FromHours(8)),
        Footer = "模板 A-1 · sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Sections =
        [
            new Section("评估报告",
            [
                new KeyValueList([new("采购人", new TextCell("某区民政局（虚构）")), new("服务机构", new TextCell("某社会工作服务中心（虚构）")), new("合同金额", new FigureCell(2_445_000m, FigureFormat.Money)), new("评估日期", new DateCell(new(2025, 4, 18)))]),
                new Heading(2, "评估概述"),
                new Paragraph("受采购人委托，评估组对该项目进行了末期评估。评估采用查阅资料、实地走访、访谈服务对象与问卷调查相结合的方式，共查阅个案档案120份、小组档案36份，访谈服务对象45人，回收有效问卷300份（回收率 96.77%）。"),
                Scores(),
                new BarChart("各组得分率", [.. Enumerable.Range(1, Groups).Select(g => new Bar($"第{g}组", 16.25m, 30m))]),
                new SignatureBlock("评估组签字", [new("评估组长", "甲某某"), new("评估专家", "乙某某"), new("采购人代表")]),
            ]),
        ],
    };

    private static Table Scores() => new("scores",
        [new("code", "编号", 7), new("name", "指标", 26), new("max", "满分", 9, Align.Right), new("score", "得分", 9, Align.Right), new("working", "计算过程", 49)],
        [.. Enumerable.Range(1, Groups).SelectMany(Group)])
    {
        Title = "指标得分与计算过程",
    };

    private static IEnumerable<Row> Group(int group) =>
    [
        new Row($"g{group}", [new TextCell($"{group}　评估内容第{group}组") { Span = 2 }, new FigureCell(30m), new FigureCell(16.25m), new TextCell("本组各项之和")]) { Kind = RowKind.Group },
        .. Enumerable.Range(1, Items).Select(i => new Row($"i{group}-{i}",
            [new TextCell($"{group}.{i}"), new TextCell(Names[i - 1]), new FigureCell(3m), new FigureCell(3m - (0.25m * i)), new TextCell(Working(i))]) { Indent = 1 }),
    ];

    private static string Working(int i) => $"承诺 240 小时，实际 {240 - (i * 20)} 小时；完成率 = {240 - (i * 20)} ÷ 240 × 100%；按比例计分并扣减 0.25 × {i} 分\n评委：甲 2.50，乙 2.75，丙 3.00 → 均值 2.75；依据“服务记录”第{i}页（已核验）";
}
