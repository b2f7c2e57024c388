using System.Security.Cryptography;
using System.Text;
using ProcurementEval.Web.Storage;

namespace ProcurementEval.Web.Tests.Storage;

public sealed class FileStoreTests : IDisposable
{
    // FIPS 180-2, appendix B.1: SHA-256 of "abc".
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static readonly DateTimeOffset Later = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string root = Directory.CreateTempSubdirectory("pe-").FullName;
    private readonly FileStore store;

    public FileStoreTests() => store = new FileStore(Path.Combine(root, "files"));

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task Store_OfAContent_GivesItsHashAndReadsBack()
    {
        var stored = await StoreAsync("abc");

        Assert.Equal((Abc, 3L), stored);
        Assert.Equal([Path.Combine(root, "files", "ba", "78", Abc)], Files());
        using var reader = new StreamReader(store.Open(Abc));
        Assert.Equal("abc", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Store_OfTheSameContentTwice_KeepsOne()
    {
        await StoreAsync("abc");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StoreAsync("abc"), TestContext.Current.CancellationToken)));

        Assert.Single(Files());
    }

    [Fact]
    public async Task Store_OfMoreThanOneBuffer_HashesAllOfIt()
    {
        var bytes = Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7 % 251)).ToArray();

        var (sha256, length) = await store.StoreAsync(new MemoryStream(bytes), bytes.Length, TestContext.Current.CancellationToken);

        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), 300_000L), (sha256, length));
    }

    [Fact]
    public async Task Store_BeyondTheLimit_KeepsNothing()
    {
        await StoreAsync("abc", limit: 3);

        Assert.Equal("UploadTooLong", (await Assert.ThrowsAsync<UploadRefusedException>(() => StoreAsync("abcd", limit: 3))).Code);
        Assert.Single(Files());
    }

    [Fact]
    public async Task Store_OfAnUploadThatStops_KeepsNothingAndTellsWhatStoppedIt()
    {
        await Assert.ThrowsAsync<EndOfStreamException>(() => store.StoreAsync(new Broken(), 1_000_000, TestContext.Current.CancellationToken));

        Assert.Empty(Files());
    }

    [Fact]
    public async Task Sweep_AfterAKilledProgram_RemovesTheHalfUploadAndNothingElse()
    {
        await StoreAsync("abc");
        await File.WriteAllTextAsync(Path.Combine(root, "files", "half.upload"), "ab", TestContext.Current.CancellationToken);

        Assert.Equal(1, store.Sweep());
        Assert.Equal([Abc], Files().Select(Path.GetFileName));
        Assert.Equal(0, new FileStore(Path.Combine(root, "none")).Sweep());
    }

    [Fact]
    public async Task Store_OfAContentThatIsDamagedOnTheDisk_MakesItWhole()
    {
        await StoreAsync("abc");
        await File.WriteAllTextAsync(Files()[0], "a", TestContext.Current.CancellationToken);
        await StoreAsync("abc");

        Assert.Equal("abc", await File.ReadAllTextAsync(Files()[0], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("")]
    public void Open_OfNoStoredAddress_IsRefused(string address) => Assert.Equal("StoredFileMissing", Assert.Throws<UploadRefusedException>(() => store.Open(address)).Code);

    [Fact]
    public async Task Store_WhereNoFolderCanBe_SaysSo()
    {
        var taken = Path.Combine(root, "taken");
        await File.WriteAllTextAsync(taken, "a file", TestContext.Current.CancellationToken);

        Assert.Equal("StoreFails", (await Assert.ThrowsAsync<UploadRefusedException>(() => new FileStore(taken).StoreAsync(new MemoryStream([1]), 1, TestContext.Current.CancellationToken))).Code);
    }

    [Fact]
    public void Refusal_OfAFullDisk_SaysSo()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only there a disk is full at will.");
        var full = Assert.ThrowsAny<IOException>(() => File.WriteAllBytes("/dev/full", [1]));

        Assert.Equal("StoreFull", UploadRefusedException.Of(full).Code);
    }

    private Task<(string Sha256, long Length)> StoreAsync(string text, long limit = 1_000) => store.StoreAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), limit, TestContext.Current.CancellationToken);

    private string[] Files() => Directory.GetFiles(root, "*", SearchOption.AllDirectories);

    /// <summary>Gives one buffer, then the connection is gone.</summary>
    private sealed class Broken : MemoryStream
    {
        private bool gave;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (gave)
            {
                throw new EndOfStreamException();
            }

            gave = true;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
