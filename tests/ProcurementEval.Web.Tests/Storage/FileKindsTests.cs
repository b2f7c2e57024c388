using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using ProcurementEval.Web.Storage;

namespace ProcurementEval.Web.Tests.Storage;

public sealed class FileKindsTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10];

    // 社工 in GB 18030; no valid UTF-8.
    private static readonly byte[] Gb18030 = [0xC9, 0xE7, 0xB9, 0xA4];

    public static TheoryData<string, byte[], string> Good() => new()
    {
        { "报告.pdf", "%PDF-1.7\n"u8.ToArray(), "application/pdf" },
        { "报告.PDF", "%PDF-1.7\n"u8.ToArray(), "application/pdf" },
        { "a.docx", Zip("[Content_Types].xml", "word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "a.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "a.pptx", Zip("[Content_Types].xml", "ppt/presentation.xml"), "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { "a.jpg", Jpeg, "image/jpeg" },
        { "a.jpeg", Jpeg, "image/jpeg" },
        { "a.png", Png, "image/png" },
        { "a.webp", "RIFF\x10\0\0\0WEBPVP8 "u8.ToArray(), "image/webp" },
        { "a.mp4", "\0\0\0\u0018ftypmp42"u8.ToArray(), "video/mp4" },
        { "a.txt", Encoding.UTF8.GetBytes("\uFEFF社工\r\n"), "text/plain" },
        { "a.csv", Gb18030, "text/csv" },
        { "a.zip", Zip("a.txt"), "application/zip" },
    };

    public static TheoryData<string, byte[]> Wrong() => new()
    {
        { "a.pdf", Png },
        { "a.pdf", "x%PDF-1.7"u8.ToArray() },
        { "a.pdf", "%PD"u8.ToArray() },
        { "a.docx", Zip("a.txt") },
        { "a.docx", Zip("[Content_Types].xml", "xl/workbook.xml") },
        { "a.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin") },
        { "a.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml")[..60] },
        { "a.xlsx", "<html>"u8.ToArray() },
        { "a.jpg", Png },
        { "a.png", Jpeg },
        { "a.webp", "RIFF\x10\0\0\0WAVEfmt "u8.ToArray() },
        { "a.mp4", Zip("a.txt") },
        { "a.txt", Png },
        { "a.txt", [0xFF, 0xFF] },
        { "a.csv", "a,\0b"u8.ToArray() },
        { "a.zip", "PK\x03\x04"u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void Check_OfWhatTheNameSays_TakesItFromItsBeginning(string name, byte[] content, string mediaType)
    {
        using var stream = new MemoryStream(content);

        Assert.Equal((name, mediaType), FileKinds.Check(name, stream));
        Assert.Equal(0, stream.Position);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_OfSomethingElse_IsRefusedWithTheName(string name, byte[] content)
    {
        var refused = Refused(name, content);

        Assert.Equal(("UploadNotItsKind", name), (refused.Code, refused.Arguments[0]));
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    // The stream of an uploaded file, unlike one of memory, fails when it is asked for what lies before its beginning.
    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("a.zip")]
    public void Check_OfAnArchiveThatWasCutShort_IsRefused(string name)
    {
        var content = "PK\x03\x04garbage"u8.ToArray();
        using var stream = new FormFile(new MemoryStream(content), 0, content.Length, "file", name).OpenReadStream();

        Assert.Equal("UploadNotItsKind", Assert.Throws<UploadRefusedException>(() => FileKinds.Check(name, stream)).Code);
    }

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.html")]
    [InlineData("a.svg")]
    [InlineData("a.pdf.exe")]
    [InlineData("pdf")]
    [InlineData(".pdf")]
    [InlineData("")]
    public void Check_OfAnotherKind_IsRefused(string name) => Assert.Equal("UploadKindUnknown", Refused(name, "%PDF-1.7"u8.ToArray()).Code);

    [Fact]
    public void Check_OfAnEmptyFile_IsRefused() => Assert.Equal("ContentEmpty", Refused("a.pdf", []).Code);

    [Fact]
    public async Task Take_OfAWrongContent_StoresNothing()
    {
        var root = Directory.CreateTempSubdirectory("pe-").FullName;
        try
        {
            var uploads = new Uploads(new FileStore(root));
            await Assert.ThrowsAsync<UploadRefusedException>(() => uploads.TakeAsync("a.pdf", new MemoryStream(Png), 100, TestContext.Current.CancellationToken));
            Assert.Empty(Directory.GetFileSystemEntries(root));

            var taken = await uploads.TakeAsync("C:\\照片\\a.png", new MemoryStream(Png), 100, TestContext.Current.CancellationToken);

            Assert.Equal(("a.png", "image/png", 12L), (taken.Name, taken.MediaType, taken.Length));
            Assert.Single(Directory.GetFiles(root, taken.Sha256, SearchOption.AllDirectories));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Theory]
    [InlineData("../../etc/签到表.pdf", "签到表.pdf")]
    [InlineData("C:\\Users\\x\\签到表.pdf", "签到表.pdf")]
    [InlineData("签到\r\n表\0.pdf", "签到表.pdf")]
    [InlineData("报告\u202Efdp.exe", "报告fdp.exe")] // right-to-left override
    [InlineData("\u2067a\u200B.pdf", "a.pdf")] // isolate, zero width space
    [InlineData("..", "")]
    [InlineData(" a.pdf. ", "a.pdf")]
    public void Clean_OfAName_LeavesWhatIsSeen(string name, string clean) => Assert.Equal(clean, FileNames.Clean(name));

    [Fact]
    public void Clean_OfALongName_KeepsItsExtension()
    {
        var clean = FileNames.Clean(new string('长', 10_000) + ".pdf");

        Assert.Equal(new string('长', 196) + ".pdf", clean); // 196 + 4 = 200
        Assert.Equal(new string('a', 195) + ".pdf", FileNames.Clean(new string('a', 195) + "\U00020000\U00020000.pdf")); // a pair is not cut in two
        Assert.Equal("a.pdf", FileNames.Clean("a\uD800.pdf"));
    }

    private static UploadRefusedException Refused(string name, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return Assert.Throws<UploadRefusedException>(() => FileKinds.Check(name, stream));
    }

    private static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                using var content = zip.CreateEntry(entry).Open();
                content.Write("x"u8);
            }
        }

        return stream.ToArray();
    }
}
