using System.Net;
using System.Text;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>What is reported on the contract of case 3 (2024-09-01 to 2025-08-31) on its tenth day.</summary>
public sealed class DeliveryPagesTests : IAsyncLifetime
{
    private const string Good = "education\tdistrict\t2024-09-05\t３０\t1\t2.5\t是\t否";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nsigned list of visitors\n%%EOF\n");
    private TestSite site = null!;
    private Guid id;
    private int before;

    public async ValueTask InitializeAsync()
    {
        site = await Longhua.StartAsync(until: "2024-09-10", today: "2024-09-10");
        id = await site.InDatabaseAsync(db => db.Contracts.Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken));
        before = await CountAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static readonly string[] Heads = ["日期", "指标", "人数"];

    [Fact]
    public async Task Service_OneWithEvidence_IsStoredAndReadByThePurchaserOnly()
    {
        var answer = await SendAsync(Longhua.Agency, "service", "One", [("Files", "签到表.pdf", Pdf)], ("Target", "education"), ("Date", "2024.9.5"), ("People", "３０"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(before + 1, await CountAsync());
        var evidence = await site.InDatabaseAsync(db => db.Evidence.SingleAsync(TestContext.Current.CancellationToken));

        var file = await (await site.SignedInAsync(Longhua.Purchaser)).GetAsync($"/evidence/{evidence.Id}", TestContext.Current.CancellationToken);
        var stranger = await (await site.SignedInAsync(Longhua.OtherAgency)).GetAsync($"/evidence/{evidence.Id}", TestContext.Current.CancellationToken);

        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("application/pdf", "attachment", "签到表.pdf", "nosniff"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar, file.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        var reading = await site.InDatabaseAsync(db => db.EvidenceReadings.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((evidence.Id, Longhua.Purchaser), (reading.EvidenceId, reading.ReadBy));
        Assert.Equal(1, await site.InDatabaseAsync(db => db.AuditRecords.CountAsync(r => r.ChainId == $"contract:{id}" && r.Text.Contains("EvidenceReadings"), TestContext.Current.CancellationToken)));
    }

    // As a browser does: the form's own address has nothing of what the page's had.
    [Theory]
    [InlineData("Files")]
    [InlineData("Seen")]
    public async Task Upload_FromTheLinkOfAClaim_IsAboutThatInstalment(string handler)
    {
        var claimed = await site.InDatabaseAsync(db => db.Instalments.OrderBy(i => i.Ordinal).Select(i => i.Id).FirstAsync(TestContext.Current.CancellationToken));
        (string, string, byte[])[] files = handler == "Files" ? [("Files", "发票.pdf", Pdf)] : [];
        (string, string)[] typed = handler == "Files" ? [] : [("Name", "纸质发票")];

        var answer = await SendAsync(Longhua.Agency, $"evidence/upload?kind=Invoice&about={claimed}", handler, files, typed);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(claimed, await site.InDatabaseAsync(db => db.Evidence.Select(e => e.About).SingleAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData(Longhua.Purchaser, "service", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Finance, "vacancy", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Agency, "acceptance", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Agency, "end", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Finance, "evidence/upload", HttpStatusCode.Forbidden)]
    [InlineData(Longhua.Finance, "evidence", HttpStatusCode.OK)]
    [InlineData(Longhua.OtherAgency, "service", HttpStatusCode.NotFound)]
    [InlineData(Longhua.OtherAgency, "evidence", HttpStatusCode.NotFound)]
    [InlineData(Longhua.OtherPurchaser, "end", HttpStatusCode.NotFound)]
    [InlineData(Longhua.Purchaser, "acceptance", HttpStatusCode.OK)]
    [InlineData(Longhua.Purchaser, "end", HttpStatusCode.OK)]
    [InlineData(Longhua.Purchaser, "vacancy", HttpStatusCode.OK)]
    public async Task Page_OfAnother_IsForbiddenOrNotThere(string account, string page, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await site.SignedInAsync(account)).GetAsync(Url(page), TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task Service_ManyRows_AreStoredTogether()
    {
        var answer = await SendAsync(Longhua.Agency, "service", "Many", [], ("Rows", $"{Good}\ncases\t\t2024-09-06\t1\t6\n"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(before + 2, await CountAsync());
    }

    [Fact]
    public async Task Service_OneWrongRow_StoresNothingAndKeepsTheText()
    {
        var answer = await SendAsync(Longhua.Agency, "service", "Many", [], ("Rows", $"{Good}\n{Good}\neducation\tdistrict\t2024-09-11"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Browsing.ParseAsync(answer);
        Assert.Contains("第 3 行「日期」", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2024-09-11", page.QuerySelector("[name=Rows]")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Service_Workbook_IsReadAsItsTable()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.Worksheets.Add("记录");
        foreach (var (column, text) in Heads.Index())
        {
            sheet.Cell(1, column + 1).Value = text;
        }

        (sheet.Cell(2, 1).Value, sheet.Cell(2, 2).Value, sheet.Cell(2, 3).Value) = (new DateTime(2024, 9, 5, 0, 0, 0, DateTimeKind.Unspecified), "education", 30);
        using var file = new MemoryStream();
        workbook.SaveAs(file);

        var answer = await SendAsync(Longhua.Agency, "service", "Many", [("Workbook", "记录.xlsx", file.ToArray())]);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(before + 1, await CountAsync());
    }

    [Theory]
    [InlineData("a.pdf", "no PDF at all")]
    [InlineData("a.pdf", "")]
    [InlineData("a.exe", "MZ")]
    public async Task Service_WithAWrongFile_StoresNothing(string name, string content)
    {
        var answer = await SendAsync(Longhua.Agency, "service", "One", [("Files", name, Encoding.ASCII.GetBytes(content))], ("Target", "education"), ("Date", "2024-09-05"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Service_UploadThatStopsHalfway_StoresNothing()
    {
        var client = await site.SignedInAsync(Longhua.Agency);
        var (action, fields) = Browsing.Filled(await client.ReadAsync(Url("service")), Url("service"), Form("One"), ("Target", "education"), ("Date", "2024-09-05"));
        using var whole = Multipart(fields, [("Files", "a.pdf", Pdf)]);
        var bytes = await whole.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var half = new ByteArrayContent(bytes[..^30]);
        half.Headers.ContentType = whole.Headers.ContentType;

        var answer = await client.PostAsync(action, half, TestContext.Current.CancellationToken);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Service_SameFormTwice_IsStoredOnce()
    {
        var client = await site.SignedInAsync(Longhua.Agency);
        var (action, fields) = Browsing.Filled(await client.ReadAsync(Url("service")), Url("service"), Form("One"), ("Target", "education"), ("Date", "2024-09-05"));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var content = Multipart(fields, []);
            Assert.Equal(HttpStatusCode.Found, (await client.PostAsync(action, content, TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Evidence_SeenOnSite_HasNoContent()
    {
        var answer = await SendAsync(Longhua.Purchaser, "evidence/upload", "Seen", [], ("Name", "个案档案 3 号"), ("Sha256", new string('A', 64)));
        var evidence = await site.InDatabaseAsync(db => db.Evidence.SingleAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal((new string('a', 64), Longhua.Purchaser), (evidence.Sha256, evidence.InspectedBy));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(Longhua.Purchaser)).GetAsync($"/evidence/{evidence.Id}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Evidence_AboutAnUnknownRecord_IsNotThere() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(Longhua.Agency)).GetAsync($"{Url("evidence/upload")}?kind=ServiceRecord&about={id}", TestContext.Current.CancellationToken)).StatusCode);

    // The second overlaps the first by a day: it would cost that day twice. The third begins before the contract.
    [Theory]
    [InlineData("2024-09-03", "2024-09-06", HttpStatusCode.Found)]
    [InlineData("2024-09-02", "2024-09-02", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2024-08-31", "2024-08-31", HttpStatusCode.UnprocessableEntity)]
    [InlineData("2024-09-06", "2024-09-05", HttpStatusCode.UnprocessableEntity)]
    [InlineData("yesterday", "2024-09-05", HttpStatusCode.BadRequest)]
    [InlineData("2024-09-10", "2024-09-11", HttpStatusCode.BadRequest)] // tomorrow
    [InlineData("2024-09-02", "2024-09-02", HttpStatusCode.UnprocessableEntity, "ＰＯＳＴ-01 ")]
    public async Task Vacancy_AfterAnotherOfThePost_CountsNoDayTwice(string from, string to, HttpStatusCode expected, string post = "post-01")
    {
        await SendAsync(Longhua.Agency, "vacancy", null, [], ("Post", "post-01"), ("From", "2024-09-01"), ("To", "2024-09-02"));

        var answer = await SendAsync(Longhua.Purchaser, "vacancy", null, [], ("Post", post), ("From", from), ("To", to));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task End_TerminatedWithAReason_EndsTheContractOnce()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(Longhua.Purchaser, "end", "Terminate", [], ("Why", ""))).StatusCode);
        var client = await site.SignedInAsync(Longhua.Purchaser);
        var page = await client.ReadAsync(Url("end"));

        var first = await client.SubmitAsync(page, Url("end"), Form("Terminate"), ("Why", "连续三个月未提供服务"));
        var second = await client.SubmitAsync(page, Url("end"), Form("Terminate"), ("Why", "again"));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal(ContractStage.Ended, await StageAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(Longhua.Agency, "service", "One", [], ("Target", "education"), ("Date", "2024-09-05"))).StatusCode);
    }

    private static string Form(string? handler) => handler is null ? "main form[method=post]" : $"main form[action$='handler={handler}']";

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields, IEnumerable<(string Field, string Name, byte[] Content)> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), field, name);
        }

        return content;
    }

    private async Task<HttpResponseMessage> SendAsync(string account, string page, string? handler, (string Field, string Name, byte[] Content)[] files, params (string Field, string Value)[] typed)
    {
        var client = await site.SignedInAsync(account);
        var (action, fields) = Browsing.Filled(await client.ReadAsync(Url(page)), Url(page), Form(handler), typed);
        using var content = Multipart(fields, files);
        return await client.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    private string Url(string page) => $"/contracts/{id}/{page}";

    private Task<int> CountAsync() => site.InDatabaseAsync(db => db.ServiceRecords.CountAsync(TestContext.Current.CancellationToken));

    private Task<ContractStage> StageAsync() => site.InDatabaseAsync(db => db.Contracts.Select(c => c.Stage).SingleAsync(TestContext.Current.CancellationToken));
}
