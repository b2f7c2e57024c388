using System.Text.Json.Nodes;
using ProcurementEval.Web.Commands;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;

namespace ProcurementEval.Web.Tests.Data;

public sealed class AuditTests : IDisposable
{
    private static readonly DateTimeOffset Later = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Audit_OfAWholeLife_IsSoundWithItsAnchor()
    {
        var anchor = await LiveAsync();

        var findings = await VerifyAsync(anchor);

        Assert.Empty(findings.Defects);
        Assert.Equal(3, findings.Now.Chains.Count); // parties, one project, one contract
        Assert.Equal(anchor.Root, findings.Now.Root);
        Assert.Equal(Convert.ToInt32(file.Scalar("SELECT COUNT(*) FROM AuditRecords"), null), findings.Records);
    }

    [Theory]
    [InlineData("UPDATE Contracts SET Sum = Sum + 1", "Contracts", "Sum")]
    [InlineData("UPDATE SheetScores SET Points = 6000 WHERE Sequence = 2", "SheetScores", "Points")]
    [InlineData("UPDATE Bids SET SealedPayload = x'00' WHERE Position = 1", "Bids", "SealedPayload")]
    [InlineData("UPDATE Instalments SET Settlement = NULL WHERE Ordinal = 2", "Instalments", "Settlement")]
    [InlineData("UPDATE Transitions SET `By` = 'somebody' WHERE Ordinal = 1 AND ChainId LIKE 'contract:%'", "Transitions", "By")]
    [InlineData("UPDATE ServiceRecords SET Service_Hours = 12500", "ServiceRecords", "Service_Hours")]
    public async Task Verify_ValueChanged_NamesRowAndColumn(string sql, string table, string column)
    {
        await LiveAsync();
        Assert.Equal(1, file.Tamper(sql));

        var defect = Assert.Single((await VerifyAsync(null)).Defects);

        Assert.Equal(("RowChanged", table, column), (defect.Code, defect.Entity, defect.Column));
        Assert.True(defect.Sequence > 0);
        Assert.Contains(defect.Id, defect.ToString(), StringComparison.Ordinal);
    }

    // An update of the program brings a new column; what was stored before knows nothing of it.
    [Theory]
    [InlineData(null, false)]
    [InlineData("2025-01-01", true)]
    public void Compare_ColumnYoungerThanItsRow_IsSoundWhileItIsEmpty(string? stored, bool changed)
    {
        var rows = new RecordedRows();
        rows.Take(new AuditEntry("project:1", 1, "Added", "Tenders", "1", new JsonObject { ["Number"] = "ZB-1" }) { At = Later, By = "user:anyone" }, secret: null);

        var defects = rows.Compare("Tenders", "1", [("Number", JsonValue.Create("ZB-1")), ("AmendedAt", stored is null ? null : JsonValue.Create(stored))]).ToArray();

        Assert.Equal(changed ? ["AmendedAt"] : [], defects.Select(d => d.Column));
    }

    [Fact]
    public async Task Verify_RowDeleted_NamesTheRecordThatWroteIt()
    {
        await LiveAsync();
        var id = (string)file.Scalar("SELECT Id FROM ServiceRecords")!;
        Assert.Equal(1, file.Tamper("DELETE FROM ServiceRecords"));

        var defect = Assert.Single((await VerifyAsync(null)).Defects);

        Assert.Equal(("RowMissing", "ServiceRecords", id), (defect.Code, defect.Entity, defect.Id));
    }

    [Fact]
    public async Task Verify_RowInserted_NamesIt()
    {
        await LiveAsync();
        Assert.Equal(1, file.Tamper("INSERT INTO Parties (Id, Version, Code, Name, Kind) VALUES ('00000000-0000-0000-0000-0000000000AA', 1, 'x', 'x', 'Agency')"));

        var defect = Assert.Single((await VerifyAsync(null)).Defects);

        Assert.Equal(("RowUnrecorded", "Parties", "00000000-0000-0000-0000-0000000000AA"), (defect.Code, defect.Entity, defect.Id));
    }

    [Fact]
    public async Task Verify_RowsSwapped_NamesBoth()
    {
        await LiveAsync();
        Assert.Equal(2, file.Tamper("UPDATE SheetScores SET Points = CASE Sequence WHEN 1 THEN 5250 ELSE 5000 END WHERE SheetId = (SELECT SheetId FROM SheetScores WHERE Sequence = 2)"));

        var defects = (await VerifyAsync(null)).Defects;

        Assert.Equal(2, defects.Count);
        Assert.All(defects, d => Assert.Equal(("RowChanged", "SheetScores", "Points"), (d.Code, d.Entity, d.Column)));
    }

    [Fact]
    public async Task Verify_RecordsTextChanged_NamesTheRecord()
    {
        await LiveAsync();
        Assert.Equal(1, file.Tamper("UPDATE AuditRecords SET Text = replace(Text, 'clerk', 'crook') WHERE ChainId LIKE 'contract:%' AND Sequence = 5"));

        var defect = Assert.Single((await VerifyAsync(null)).Defects);

        Assert.Equal(("RecordAltered", 5), (defect.Code, defect.Sequence));
    }

    [Fact]
    public async Task Verify_RecordDeletedFromTheMiddle_NamesTheGap()
    {
        await LiveAsync();
        Assert.Equal(1, file.Tamper("DELETE FROM AuditRecords WHERE ChainId LIKE 'contract:%' AND Sequence = 5"));

        Assert.Contains((await VerifyAsync(null)).Defects, d => d is { Code: "RecordMissing", Sequence: 5 });
    }

    [Fact]
    public async Task Verify_RecordInserted_NamesIt()
    {
        await LiveAsync();
        Assert.Equal(1, file.Tamper("INSERT INTO AuditRecords (ChainId, Sequence, Text, Previous, Hash, Secret, At, Author, Entity) SELECT ChainId, Sequence + 1, Text, Hash, Hash, Secret, At, Author, Entity FROM AuditRecords WHERE ChainId = 'parties' ORDER BY Sequence DESC LIMIT 1"));

        Assert.Contains((await VerifyAsync(null)).Defects, d => d is { Code: "RecordMisplaced", Chain: "parties", Sequence: 5 }); // four parties were stored
    }

    [Fact]
    public async Task Verify_RecordsSwapped_NamesBoth()
    {
        await LiveAsync();
        file.Tamper("""
            UPDATE AuditRecords SET Sequence = -5 WHERE ChainId LIKE 'contract:%' AND Sequence = 5;
            UPDATE AuditRecords SET Sequence = 5 WHERE ChainId LIKE 'contract:%' AND Sequence = 6;
            UPDATE AuditRecords SET Sequence = 6 WHERE ChainId LIKE 'contract:%' AND Sequence = -5;
            """);

        var misplaced = (await VerifyAsync(null)).Defects.Where(d => d.Code == "RecordMisplaced").Select(d => d.Sequence);

        Assert.Equal([5, 6], misplaced);
    }

    [Fact]
    public async Task Verify_TailCutWithItsRows_IsFoundByTheAnchorOnly()
    {
        await using var db = await file.OpenAsync();
        var life = new StoredLife(db);
        await life.AwardedAsync();
        await life.SignedAsync();
        var length = Convert.ToInt32(file.Scalar("SELECT MAX(Sequence) FROM AuditRecords WHERE ChainId LIKE 'contract:%'"), null);
        var anchor = await AuditAnchor.AnchorAsync(db, Later);
        Assert.Equal(2, file.Tamper("DELETE FROM ServiceRecords; DELETE FROM AuditRecords WHERE ChainId LIKE 'contract:%' AND Sequence = " + length)); // the life's last save was one service record

        Assert.Empty((await VerifyAsync(null)).Defects);
        var defect = Assert.Single((await VerifyAsync(anchor)).Defects);
        Assert.Equal(("ChainCut", length - 1), (defect.Code, defect.Sequence));
    }

    [Fact]
    public async Task Command_OnSoundThenTamperedDatabase_ExitsZeroThenOne()
    {
        var path = Path.Combine(file.Folder, "anchor.json");
        await File.WriteAllBytesAsync(path, (await LiveAsync()).ToJson(), TestContext.Current.CancellationToken);
        string[] args = ["verify-audit", "--anchor", path, .. file.Options];

        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(args));
        file.Tamper("UPDATE Contracts SET Sum = Sum + 1");
        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync(args));
        Assert.Equal(CommandLine.WrongUsage, await CommandLine.RunAsync(["verify-audit"]));
    }

    [Fact]
    public async Task Verify_AnchorFileAltered_SaysSo()
    {
        var anchor = await LiveAsync();
        var path = Path.Combine(file.Folder, "anchor.json");
        await File.WriteAllBytesAsync(path, anchor.ToJson(), TestContext.Current.CancellationToken);
        Assert.Empty((await VerifyAsync(AuditAnchor.Read(path))).Defects);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("\"parties\"", "\"partyes\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains((await VerifyAsync(AuditAnchor.Read(path))).Defects, d => d.Code == "AnchorAltered");
    }

    [Fact]
    public async Task Audit_Texts_HoldNoBlindValue()
    {
        await LiveAsync();

        Assert.Equal(0L, file.Scalar("SELECT COUNT(*) FROM AuditRecords WHERE Text LIKE '%有据%' OR Text LIKE '%8125%'")); // a comment and a panel score of 81.25
        Assert.Equal(15L, file.Scalar("SELECT COUNT(*) FROM AuditRecords WHERE Secret LIKE '%有据%' AND Secret LIKE '%8125%'")); // 5 members × 3 bids
    }

    [Fact]
    public async Task Verify_SecretErased_StillHoldsAndCounts()
    {
        var anchor = await LiveAsync();
        Assert.Equal(15, file.Tamper("UPDATE AuditRecords SET Secret = NULL WHERE Secret LIKE '%有据%'"));

        var findings = await VerifyAsync(anchor);

        Assert.Empty(findings.Defects);
        Assert.Equal(15, findings.Erased);
    }

    [Fact]
    public async Task Audit_OfTwoEqualLives_HasEqualRoots()
    {
        using var second = new TestDatabase();
        await using var db = await second.OpenAsync();
        db.Salt = StoredLife.Bytes();
        await new StoredLife(db).WholeAsync();

        Assert.Equal((await LiveAsync()).Root, (await AuditAnchor.AnchorAsync(db, Later)).Root);
    }

    // RFC 6962, section 2.1: empty is SHA-256 of nothing; one leaf is SHA-256 of 0x00 and the leaf. The values are the test vectors of the certificate-transparency project.
    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void MerkleTree_OfThePublishedLeaves_HasThePublishedRoot(int leaves, string root)
    {
        string[] published = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root([.. published.Take(leaves).Select(Convert.FromHexString)])));
    }

    private async Task<AuditAnchor> LiveAsync()
    {
        await using var db = await file.OpenAsync();
        db.Salt = StoredLife.Bytes();
        await new StoredLife(db).WholeAsync();
        return await AuditAnchor.AnchorAsync(db, Later);
    }

    private async Task<AuditFindings> VerifyAsync(AuditAnchor? anchor)
    {
        await using var db = await file.OpenAsync(Schema.Required);
        return await new AuditVerifier(db).VerifyAsync(anchor, Later);
    }
}
