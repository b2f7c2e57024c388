using System.Net;
using System.Text.Json;

namespace ProcurementEval.Browser.Tests.Scoring;

/// <summary>The sheet as the server will render it (Features/Sheets/sheet.md); names and people are invented.</summary>
internal static class StubPage
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["empty"] = "",
        ["waiting"] = "已保存在本机，等待上传",
        ["saving"] = "正在上传……",
        ["saved"] = "已保存 {0}",
        ["refused"] = "未被接受，内容仍在本机",
        ["conflict"] = "另有较新的评分，请选择保留哪一个",
        ["forbidden"] = "您无权填写此表，内容仍在本机。",
        ["gone"] = "此表已不存在，内容仍在本机。",
        ["countSaved"] = "已保存 {0} 项",
        ["countWaiting"] = "待上传 {0} 项",
        ["countRefused"] = "未接受 {0} 项",
        ["countConflict"] = "需选择 {0} 项",
        ["offline"] = "离线",
        ["notKept"] = "本浏览器不能保存草稿，请勿关闭页面",
        ["separator"] = "，",
        ["position"] = "第 {0} 项，共 {1} 项",
    };

    public static string Sheet(string user, string token, IEnumerable<StubItem> items) => Page(user, $"""
        <h1>评分表：晴川社工服务站（虚构）</h1>
        <nav class="sheet-views" aria-label="查看方式"><a data-view="tree" href="?view=tree">全部指标</a><a data-view="one" href="?view=one">逐项评分</a></nav>
        <form method="post" class="sheet" autocomplete="off" data-sheet="s1" data-user="{user}" data-view="tree" data-save="/sheets/s1/save"
              data-texts="{WebUtility.HtmlEncode(JsonSerializer.Serialize(Texts))}">
        <input type="hidden" name="__RequestVerificationToken" value="{token}">
        {string.Concat(items.GroupBy(i => i.Group).Select(g => $"""<section class="sheet-group" data-group><h2>{g.Key}<small>满分 {g.Sum(i => i.Max)}</small></h2>{string.Concat(g.Select(Item))}</section>"""))}
        <div class="sheet-bar" data-sheet-bar>
          <nav class="sheet-steps" data-sheet-steps aria-label="逐项" hidden><button type="button" data-previous>上一项</button><p><span data-position></span><progress aria-label="已填"></progress></p><button type="button" data-next>下一项</button></nav>
          <div><p>合计 <b data-total></b></p><p>未填 <b data-missing></b></p><p data-counts role="status"></p><a data-sign-in hidden href="/sign-in?returnUrl=/sheets/s1">重新登录后继续</a><button class="primary">保存</button></div>
        </div>
        </form>
        <form method="post" action="/sheets/s1/sign" data-sheet-sign><p data-unsaved role="alert" hidden>还有内容没有上传，不能签名。</p><button>签名提交</button></form>
        <template id="sheet-conflict"><div class="sheet-conflict" data-conflict role="group" aria-label="两个评分">
          <div><p>本机：<b data-mine-points></b></p><p data-mine-comment></p><button type="button" data-keep-mine>保留本机的</button></div>
          <div><p><span data-theirs-by></span> <span data-theirs-at></span>：<b data-theirs-points></b></p><p data-theirs-comment></p><button type="button" data-keep-theirs>采用已保存的</button></div>
        </div></template>
        """);

    public static string Page(string user, string main) => $"""
        <!DOCTYPE html>
        <html lang="zh-Hans" data-bs-theme="auto"><head><meta charset="utf-8"><title>评分</title><meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/tabler.min.css"><link rel="stylesheet" href="/site.css"><link rel="stylesheet" href="/sheet.css"><link rel="icon" href="data:,">
        <script type="module" src="/session.js"></script><script type="module" src="/sheet.js"></script></head>
        <body {(user.Length == 0 ? "" : $"data-user=\"{user}\"")}><header class="site-header"><p class="brand">政府购买社会工作服务评估</p>{(user.Length == 0 ? "" : """<form method="post" action="/sign-out" data-sign-out data-unsent="还有 {0} 项没有上传。仍要退出吗？"><button>退出</button></form>""")}</header>
        <main id="content" class="site-width">{main}</main></body></html>
        """;

    public static string Home(string user) => Page(user, """<h1>我的待办</h1><p><a data-unsent-notice="还有 {0} 项评分没有上传" hidden>待上传</a></p>""");

    private static string Item(StubItem item) => $"""
        <fieldset id="item-{item.Code}" class="sheet-item" data-item="{item.Code}" data-sequence="{item.Sequence}" data-max="{item.Max}" data-comment-below="6">
          <legend>{item.Code} {item.Name} <span>（{item.Max} 分）</span></legend>
          <p class="sheet-basis">依据服务记录、档案与现场访谈，按完成情况评分。</p>
          <div class="sheet-anchors" role="group" aria-label="参考分">{string.Concat(new[] { ("优", item.Max), ("良", item.Max - 2), ("中", item.Max - 4), ("差", 2) }.Select(a => $"""<button type="button" data-points="{a.Item2}">{a.Item1} {a.Item2}</button>"""))}</div>
          <div class="sheet-fields">
            <label>得分<input name="points.{item.Code}" inputmode="decimal" autocomplete="off" value="{WebUtility.HtmlEncode(item.Points)}" aria-describedby="state-{item.Code} problem-{item.Code}"></label>
            <label>评语<textarea name="comment.{item.Code}" rows="2">{WebUtility.HtmlEncode(item.Comment)}</textarea></label>
          </div>
          <p class="sheet-hint" data-comment-hint hidden>低于 6 分须写评语。</p>
          <ul class="sheet-evidence"><li><a href="/evidence/1">服务记录 2026-09.pdf</a></li><li><a href="/evidence/2">现场照片（3 张）</a></li></ul>
          <output class="sheet-state" id="state-{item.Code}" data-item-state aria-live="off"></output>
          <p class="sheet-problem" id="problem-{item.Code}" data-problem role="alert" hidden></p>
          <button type="button" data-discard hidden>放弃本机内容</button>
          <input type="hidden" name="sequence.{item.Code}" value="{item.Sequence}">
        </fieldset>
        """;
}
