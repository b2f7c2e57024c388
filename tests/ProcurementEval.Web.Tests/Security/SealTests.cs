using System.Text;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Conversions;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Tests.Data;

namespace ProcurementEval.Web.Tests.Security;

public sealed class SealTests
{
    private static readonly byte[] Key = [.. Enumerable.Repeat((byte)7, 32)];
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("报价 2,445,000.00 元");
    private static readonly DateTimeOffset Deadline = new(2024, 2, 1, 1, 0, 0, TimeSpan.Zero);

    // AES-256-GCM, test case 14 of the specification of GCM (McGrew and Viega): key, nonce and plain text all zero.
    [Fact]
    public void Seal_OfThePublishedTestCase_GivesThePublishedCiphertextAndTag()
    {
        var payload = BidSeal.Seal(new byte[16], new byte[32], new byte[12]);

        Assert.Equal("000000000000000000000000" + "d0d1c8a799996bf0265b98b5d48ab919" + "cea7403d4d606b6e074ec5d3baf39d18", Convert.ToHexStringLower(payload));
    }

    [Fact]
    public void Open_WithTheKey_GivesThePlainTextBack() => Assert.Equal(Plain, BidSeal.Open(BidSeal.Seal(Plain, Key, new byte[12]), Key));

    [Fact]
    public void Open_AnyByteAltered_OpensNothing()
    {
        var payload = BidSeal.Seal(Plain, Key, new byte[12]);
        for (var i = 0; i < payload.Length; i++)
        {
            byte[] altered = [.. payload];
            altered[i] ^= 1;
            Assert.Equal("SealBroken", Assert.Throws<SealException>(() => BidSeal.Open(altered, Key)).Code);
        }

        Assert.Throws<SealException>(() => BidSeal.Open(payload[..27], Key));
    }

    [Fact]
    public void Open_WithAnotherKey_OpensNothing() =>
        Assert.Equal("SealBroken", Assert.Throws<SealException>(() => BidSeal.Open(BidSeal.Seal(Plain, Key, new byte[12]), [.. Key.Select(b => (byte)(b + 1))])).Code);

    [Fact]
    public void Vault_BeforeTheDeadline_StaysClosed()
    {
        var (vault, tender, key, content) = Received();

        Assert.Equal("SealClosed", Assert.Throws<SealException>(() => vault.Open(tender, key, Deadline.AddTicks(-1))).Code);
        Assert.Null(key.ReleasedAt);
        Assert.Equal(StoredJson.Write(content), StoredJson.Write(Assert.Single(vault.Open(tender, key, Deadline)).Value));
        Assert.Equal(Deadline, key.ReleasedAt);
    }

    [Fact]
    public void Vault_OfAnotherServer_OpensNothing()
    {
        var (_, tender, key, _) = Received();

        Assert.Equal("SealBroken", Assert.Throws<SealException>(() => new SealVault(new byte[32], StoredLife.Bytes()).Open(tender, key, Deadline)).Code);
    }

    [Fact]
    public void Payload_HoldsNothingReadable()
    {
        var (_, tender, _, content) = Received();

        Assert.DoesNotContain(content.Supplier, Encoding.Latin1.GetString(tender.Bids[0].SealedPayload), StringComparison.Ordinal);
    }

    [Fact]
    public void ServerKey_IsMadeOnceAndKept()
    {
        var folder = Directory.CreateTempSubdirectory("pe-").FullName;
        try
        {
            var path = Path.Combine(folder, "seal.key");
            var made = ServerKey.At(path, StoredLife.Bytes());

            Assert.Equal(made, ServerKey.At(path, _ => throw new InvalidOperationException()));
            Assert.Equal([path], Directory.GetFiles(folder));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            File.WriteAllBytes(path, new byte[31]);
            Assert.Equal("SealKeyFileDamaged", Assert.Throws<SealException>(() => ServerKey.At(path, StoredLife.Bytes())).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (SealVault Vault, Tender Tender, SealKey Key, BidContent Content) Received()
    {
        var vault = new SealVault(Key, StoredLife.Bytes());
        var clerk = Actor.Person("clerk");
        var tender = new Tender(new Guid(1, 0, 0, new byte[8]), default, "T", PurchaseMethod.OpenTender, FrozenText.Of("T", 1, string.Empty), new(20, 3, 5, 4));
        tender.Publish(Deadline, Deadline.AddDays(-30), clerk);
        var key = vault.NewKey(tender.Id);
        var content = new BidContent("agency-甲", Money.FromYuan(2_445_000m), 1200m, new Dictionary<string, Fact> { ["price"] = new NumberFact(1m) });
        var (payload, sha256) = vault.Seal(content, key);
        tender.Receive(new Bid(new Guid(2, 0, 0, new byte[8]), tender.Id, payload, sha256, "r", Deadline.AddDays(-1)));
        return (vault, tender, key, content);
    }
}
