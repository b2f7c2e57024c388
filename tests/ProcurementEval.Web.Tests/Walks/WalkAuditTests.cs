using ProcurementEval.Web.Tests.Data;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>verify-audit by the verb, on the database that a walk left and with the anchor it wrote.</summary>
public sealed class WalkAuditTests(WalkedCases cases)
{
    [Theory]
    [MemberData(nameof(SummaryTests.Ids), MemberType = typeof(SummaryTests))]
    public async Task Audit_OfAWalk_IsSound(string id)
    {
        var ran = await VerifyAsync(id);

        Assert.True(ran is { Exit: 0, Errors: "" }, ran.Errors);
    }

    // Each tampering is done on a copy of the walked database; the sentences name the table or the record.
    [Theory]
    [InlineData("UPDATE Contracts SET Sum = Sum + 1", 1, "Contracts", "Sum")] // a value changed
    [InlineData("UPDATE SheetScores SET Points = Points + 1 WHERE (SheetId, Item, Sequence) IN (SELECT * FROM (SELECT SheetId, Item, Sequence FROM SheetScores WHERE Points > 0 LIMIT 1) one)", 1, "SheetScores", "Points")]
    [InlineData("UPDATE AuditRecords SET Text = replace(Text, 'longhua-health', 'longhua-wealth') WHERE ChainId LIKE 'contract:%' AND Sequence = 4", 1, "contract:", "4")]
    [InlineData("DELETE FROM ServiceRecords WHERE Id IN (SELECT * FROM (SELECT Id FROM ServiceRecords LIMIT 1) one)", 1, "ServiceRecords")] // a row deleted
    [InlineData("DELETE FROM Transitions WHERE ChainId LIKE 'contract:%' AND Ordinal = 3", 1, "Transitions")]
    [InlineData("DELETE FROM AuditRecords WHERE ChainId LIKE 'contract:%' AND Sequence = 5", 1, "contract:", "5")]
    [InlineData("INSERT INTO Parties (Id, Version, Code, Name, Kind) VALUES ('00000000-0000-0000-0000-0000000000AA', 1, 'x', 'x', 'Agency')", 1, "Parties", "00000000-0000-0000-0000-0000000000AA")] // a row inserted
    [InlineData("INSERT INTO AuditRecords (ChainId, Sequence, Text, Previous, Hash, Secret, At, Author, Entity) SELECT ChainId, Sequence + 1, Text, Hash, Hash, Secret, At, Author, Entity FROM AuditRecords WHERE ChainId = 'parties' ORDER BY Sequence DESC LIMIT 1", 1, "parties")]
    [InlineData("DELETE FROM AuditRecords WHERE ChainId LIKE 'contract:%' AND Sequence IN (SELECT * FROM (SELECT MAX(Sequence) FROM AuditRecords WHERE ChainId LIKE 'contract:%') last)", 1, "contract:")] // the tail cut off
    [InlineData("DELETE FROM AuditRecords WHERE ChainId = 'parties'; DELETE FROM Parties", 14, "parties")] // a whole chain with its rows: only the anchor knows it
    [InlineData("UPDATE Instalments SET Planned = CASE Ordinal WHEN 1 THEN 249444000 ELSE 207870000 END WHERE Ordinal < 3", 2, "Instalments", "Planned")] // two rows swapped
    [InlineData("UPDATE AuditRecords SET Sequence = -5 WHERE ChainId LIKE 'contract:%' AND Sequence = 5; UPDATE AuditRecords SET Sequence = 5 WHERE ChainId LIKE 'contract:%' AND Sequence = 6; UPDATE AuditRecords SET Sequence = 6 WHERE ChainId LIKE 'contract:%' AND Sequence = -5", 3, "contract:", "5", "6")]
    public async Task Audit_OfATamperedWalk_NamesIt(string sql, int rows, params string[] named)
    {
        using var tampered = new CaseCopy("longhua-2024");
        (await cases.OfAsync("longhua-2024")).Copy.Database.CopyTo(tampered.Database);
        Assert.Equal(rows, tampered.Database.Tamper(sql));

        var ran = await VerifyAsync("longhua-2024", tampered.Database);

        Assert.Equal(1, ran.Exit);
        Assert.All(named, name => Assert.Contains(name, ran.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", ran.Errors, StringComparison.Ordinal);
    }

    // What was cut off with all that it wrote is no defect of what is left: without the anchor nobody could tell.
    [Fact]
    public async Task Audit_WithoutItsLastSave_IsFoundByTheAnchor()
    {
        using var cut = new CaseCopy("longhua-2024");
        (await cases.OfAsync("longhua-2024")).Copy.Database.CopyTo(cut.Database);
        Assert.Equal(14, cut.Database.Tamper("DELETE FROM AuditRecords WHERE ChainId = 'parties'; DELETE FROM Parties"));

        Assert.Equal(0, (await CaseCopy.VerbAsync(["verify-audit", .. cut.Database.Options])).Exit);
        Assert.Equal(1, (await VerifyAsync("longhua-2024", cut.Database)).Exit);
    }

    private async Task<Ran> VerifyAsync(string id, TestDatabase? database = null)
    {
        var copy = (await cases.OfAsync(id)).Copy;
        return await CaseCopy.VerbAsync(["verify-audit", .. (database ?? copy.Database).Options, "--anchor", Path.Combine(copy.Out, "anchor.json")]);
    }
}
