using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Tests.Data;

namespace ProcurementEval.Web.Tests.Walks;

/// <summary>The demonstration holds what demo.yaml's comments promise, on the evening of 2025-03-19.</summary>
public sealed class DemoTests(SeededDemo seeded) : IClassFixture<SeededDemo>
{
    [Fact]
    public void Accounts_AreThoseOfTheIssue()
    {
        var accounts = seeded.Demo.Accounts;

        Assert.Equal(6, accounts.Count(a => a.Role == Role.Agency));
        Assert.Equal(8, accounts.Count(a => a.Role == Role.Evaluator && a.PartyCode is null));
        Assert.Equal(2, seeded.Demo.Parties.Count(p => p.Kind == PartyKind.Purchaser));
        Assert.Equal(2, seeded.Demo.Parties.Count(p => p.Kind == PartyKind.FinanceBureau));
        Assert.All(seeded.Demo.Parties, p => Assert.Contains(accounts, a => a.UserName == p.Code && a.PartyCode == p.Code));
        Assert.All(seeded.Demo.Parties.Where(p => p.Kind == PartyKind.Purchaser), p => Assert.Contains(accounts, a => a.UserName == $"{p.Code}-2" && a.PartyCode == p.Code));
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(accounts, a => a.Role == role));
        Assert.All(seeded.Demo.Parties.Select(p => p.Name).Concat(accounts.Select(a => a.Name)), name => Assert.EndsWith("（虚构）", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("JK2025", TenderStage.Draft, 0)]
    [InlineData("ZT2025", TenderStage.Published, 2)]
    [InlineData("LP2025", TenderStage.Published, 4)]
    [InlineData("SQ2025", TenderStage.Opened, 5)]
    [InlineData("HK2025", TenderStage.Ranked, 4)]
    [InlineData("NW2025", TenderStage.Awarded, 4)]
    [InlineData("QY2025", TenderStage.Concluded, 1)]
    public async Task Tender_OfAProject_Stands(string project, TenderStage stage, int bids)
    {
        await using var db = await seeded.OpenAsync();

        var tender = await db.Tenders.Whole().SingleAsync(t => t.Number == $"{project}-ZB-01", TestContext.Current.CancellationToken);

        Assert.Equal((stage, bids), (tender.Stage, tender.Bids.Count));
    }

    [Theory]
    [InlineData("QY2025", ContractStage.Signed)]
    [InlineData("XY2024", ContractStage.Delivering)]
    [InlineData("DT2024", ContractStage.Delivering)]
    [InlineData("WX2024", ContractStage.Delivering)]
    [InlineData("HP2024", ContractStage.Delivering)]
    [InlineData("YL2024", ContractStage.Delivering)]
    [InlineData("LT2024", ContractStage.MidTermRated)]
    [InlineData("ML2024", ContractStage.MidTermRated)]
    [InlineData("SH2024", ContractStage.ResultFixed)]
    [InlineData("BH2024", ContractStage.Closed)]
    [InlineData("CL2024", ContractStage.Renewed)]
    [InlineData("JX2024", ContractStage.Ended)]
    [InlineData("CH2024", ContractStage.Delivering)]
    public async Task Contract_OfAProject_Stands(string project, ContractStage stage) => Assert.Equal(stage, (await ContractAsync(project)).Stage);

    [Theory]
    [InlineData("QY2025", 1, InstalmentStage.Confirmed)]
    [InlineData("XY2024", 2, InstalmentStage.Claimed)]
    [InlineData("DT2024", 2, InstalmentStage.Due)]
    [InlineData("WX2024", 2, InstalmentStage.Approved)]
    [InlineData("CH2024", 2, InstalmentStage.Approved)]
    public async Task Instalment_OfAContract_Stands(string project, int ordinal, InstalmentStage stage) =>
        Assert.Equal(stage, (await ContractAsync(project)).Instalments[ordinal - 1].Stage);

    // Claimed on 2025-02-06, payable within 15 days (case 4): due on 2025-02-21.
    [Fact]
    public async Task Instalment_OfWangxi_IsLate() => Assert.Equal(new DateOnly(2025, 2, 21), (await ContractAsync("WX2024")).Instalments[1].DueOn);

    // 30 + 20 vacant days × 169,000 ÷ 365 = 23,150.68 (case 3).
    [Fact]
    public async Task Instalment_OfCuihu_LosesItsVacancies() => Assert.Equal(23150.68m, (await ContractAsync("CH2024")).Instalments[1].Deducted.Yuan);

    [Fact]
    public async Task Sheets_OfThoseWhoHaveNotCome_AreMissing()
    {
        var (midTerm, final) = ((await ContractAsync("HP2024")).Evaluations.Single(), (await ContractAsync("LT2024")).Evaluations.Where(e => e.Kind == "final").ToArray());

        Assert.Equal((EvaluationStage.Open, 3), (midTerm.Stage, midTerm.Sheets.Count(s => !s.IsSigned)));
        Assert.Equal(["evaluator-c"], midTerm.Assignments.Where(a => a.Answered is null).Select(a => a.Assessor));
        Assert.Equal(7, final.Length);
        Assert.All(final, e => Assert.Equal(["evaluator-a", "evaluator-c"], e.Sheets.Select(s => s.Assessor)));
    }

    [Fact]
    public async Task ObjectionAndFindings_AreOpen()
    {
        await using var db = await seeded.OpenAsync();
        var (objected, found) = (await ContractAsync("YL2024"), await ContractAsync("ML2024"));

        Assert.Equal(ObjectionStage.Filed, (await db.Objections.SingleAsync(o => o.ContractId == objected.Id, TestContext.Current.CancellationToken)).Stage);
        Assert.Equal([FindingStage.Issued, FindingStage.Replied], (await db.Findings.Where(f => f.ContractId == found.Id).Select(f => f.Stage).ToArrayAsync(TestContext.Current.CancellationToken)).Order());
    }

    [Fact]
    public async Task Projects_CoverEveryMethodOfPurchase_AndShareTheirParties()
    {
        await using var db = await seeded.OpenAsync();

        Assert.Equal(Enum.GetValues<PurchaseMethod>(), (await db.Tenders.Select(t => t.Method).Distinct().ToArrayAsync(TestContext.Current.CancellationToken)).Order());
        Assert.Equal(seeded.Demo.Parties.Select(p => p.Code).Order(StringComparer.Ordinal), (await db.Parties.Select(p => p.Code).ToArrayAsync(TestContext.Current.CancellationToken)).Order(StringComparer.Ordinal));
        Assert.Equal(19, await db.Projects.CountAsync(TestContext.Current.CancellationToken));
    }

    // The vault of the site, not of the walk, opens what is sealed.
    [Fact]
    public async Task SealedBids_OpenUnderTheKeyOfTheSite()
    {
        await using var db = await seeded.OpenAsync();
        var tender = await db.Tenders.Whole().SingleAsync(t => t.Number == "LP2025-ZB-01", TestContext.Current.CancellationToken);
        var key = await db.SealKeys.SingleAsync(k => k.TenderId == tender.Id, TestContext.Current.CancellationToken);

        var contents = new SealVault(SeededDemo.ServerKey, _ => []).Open(tender, key, tender.Deadline!.Value);

        Assert.Equal(["heyuan", "mingde", "anhe", "tongxin"], tender.Bids.Select(b => contents[b.Id].Supplier).OrderBy(s => s switch { "heyuan" => 0, "mingde" => 1, "anhe" => 2, _ => 3 }));
    }

    [Fact]
    public async Task Seed_Twice_HasOneAuditRoot()
    {
        using var second = new TestDatabase();
        await SeededDemo.SeedAsync(second);
        await using var db = await seeded.OpenAsync();
        await using var other = await second.OpenAsync(Schema.Required);

        Assert.Equal((await AuditAnchor.AnchorAsync(db, DateTimeOffset.UnixEpoch)).Root, (await AuditAnchor.AnchorAsync(other, DateTimeOffset.UnixEpoch)).Root);
    }

    private async Task<Contract> ContractAsync(string project)
    {
        await using var db = await seeded.OpenAsync();
        return await db.Contracts.AsNoTrackingWithIdentityResolution().Whole().SingleAsync(c => c.Number == $"{project}-HT-01", TestContext.Current.CancellationToken);
    }
}
