using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Data.Audit;

namespace ProcurementEval.Web.Tests.Data;

public sealed class SavingTests : IDisposable
{
    private static readonly Act Act = new(Actor.Person("clerk"), new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly TestDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Save_WithoutActing_IsADefect()
    {
        await using var db = await file.OpenAsync();
        db.Add(new Party(new Guid(1, 0, 0, new byte[8]), "p", "某单位", PartyKind.Agency));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Save_OfWhatIsOnlyAppended_LetsGoOfItAndStillSeesLaterChanges()
    {
        await using var db = await file.OpenAsync();
        var life = new StoredLife(db);
        await life.AwardedAsync();
        await life.SignedAsync();

        Assert.DoesNotContain(db.ChangeTracker.Entries(), e => e.Entity is AuditRecord or Transition or ServiceRecord);
        life.Contract.Terminate("违约", Act.At, Act.By);
        db.Acting = Act;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var other = await file.OpenAsync();
        Assert.Equal((life.Contract.Stage, life.Contract.Version), ((await ContractAsync(other)).Stage, (await ContractAsync(other)).Version));
    }

    [Fact]
    public async Task Save_OfTwoThatReadTheSameVersion_RefusesTheSecond()
    {
        await LiveAsync(whole: false);
        await using var first = await file.OpenAsync();
        await using var second = await file.OpenAsync();
        (first.Acting, second.Acting) = (Act, Act);
        var (one, two) = (await ContractAsync(first), await ContractAsync(second));

        one.PrepareAcceptance(new Guid(1, 0, 0, new byte[8])); // a part: it meets the other at the contract's version
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        two.Terminate("违约", Act.At, Act.By);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
        await using var third = await file.OpenAsync();
        Assert.Equal((one.Version, ContractStage.Delivering), ((await ContractAsync(third)).Version, (await ContractAsync(third)).Stage));
    }

    [Fact]
    public async Task Save_OfServiceRecordOrSheet_LeavesContractAndEvaluationAlone()
    {
        await using var db = await file.OpenAsync();
        var life = new StoredLife(db);
        await life.AwardedAsync();
        await life.SignedAsync();
        await life.RatedAsync();
        var (contract, evaluation) = (life.Contract.Version, life.Evaluation.Version);
        db.Acting = Act;

        db.Add(new ServiceRecord(new Guid(2, 0, 0, new byte[8]), life.Contract.Id, new("T1", "site-1", new(2024, 5, 1))));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal((contract, evaluation), (life.Contract.Version, life.Evaluation.Version));
    }

    [Fact]
    public async Task Score_OfTheSameSequenceTwice_IsRefusedByTheDatabase()
    {
        await LiveAsync(whole: true);

        Action duplicate = () => file.Tamper("INSERT INTO SheetScores SELECT * FROM SheetScores LIMIT 1");

        Assert.Equal("DatabaseConflict", DatabaseRefusedException.Of(Assert.ThrowsAny<DbException>(duplicate)).Code);
    }

    [Theory]
    [InlineData("CREATE TEMPORARY TABLE Twin AS SELECT * FROM Contracts; UPDATE Twin SET Id = '00000000-0000-0000-0000-0000000000AA'; INSERT INTO Contracts SELECT * FROM Twin")]
    [InlineData("UPDATE Instalments SET InvoiceNumber = 'INV-1'")]
    public async Task BusinessNumber_UsedTwice_IsRefusedByTheDatabase(string sql)
    {
        await LiveAsync(whole: true);

        var message = Assert.ThrowsAny<DbException>(() => file.Tamper(sql)).Message;

        Assert.Contains(TestDatabase.OnServer ? "Duplicate entry" : "UNIQUE", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_SortedAndAddedInSql_AreExact()
    {
        await LiveAsync(whole: true);
        await using var db = await file.OpenAsync();
        file.Tamper("UPDATE Bids SET Total = 900 WHERE Position = 2"); // 9.00: as text it would come before 90.25

        Assert.Equal([90.25m, 89.25m, 9.00m], await db.Bids.OrderByDescending(b => b.Total).Select(b => b.Total!.Value).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(188.50m, await db.Bids.SumAsync(b => b.Total, TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Bids.CountAsync(b => b.Total < 10.5m, TestContext.Current.CancellationToken));
        Assert.Equal(90_000_000L, file.Scalar("SELECT SUM(Planned) FROM Instalments")); // 900,000.00 in cents
        Assert.True(TestDatabase.OnServer || file.Scalar("SELECT group_concat(DISTINCT typeof(Planned)) FROM Instalments") is "integer");
    }

    [Fact]
    public async Task Query_ReckoningWithScaledFigures_IsRefused()
    {
        await using var db = await file.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Bids.CountAsync(b => b.Total * 2m > 100m, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Bids.AverageAsync(b => b.Total, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Model_EveryDecimalSumAndShare_IsStoredAsAWholeNumber()
    {
        await using var db = await file.OpenAsync();
        Type[] scaled = [typeof(decimal), typeof(Money), typeof(Share)];

        var stored = db.Model.GetEntityTypes().SelectMany(e => e.GetFlattenedProperties())
            .Where(p => scaled.Contains(Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)).Select(p => p.GetTypeMapping().Converter?.ProviderClrType).ToArray();

        Assert.True(stored.Length >= 7); // budget, sum, planned, paid, two totals, points ...
        Assert.All(stored, type => Assert.Equal(typeof(long), type));
    }

    [Fact]
    public async Task Save_ByManyAtOnceOnOneContract_KeepsTheChainWhole()
    {
        await LiveAsync(whole: false);
        var before = Convert.ToInt32(file.Scalar("SELECT COUNT(*) FROM AuditRecords"), null);

        await Task.WhenAll(Enumerable.Range(1, 4).Select(worker => Task.Run(() => ReportAsync(worker), TestContext.Current.CancellationToken)));

        await using var db = await file.OpenAsync();
        var findings = await new AuditVerifier(db).VerifyAsync(null, Act.At);
        Assert.Empty(findings.Defects);
        Assert.Equal(before + 20, findings.Records); // 4 workers × 5 service records
    }

    // The second reads the chain's head before the first has committed, and finds its place taken.
    [Fact]
    public async Task Save_WhileAnotherExtendsTheSameChain_FollowsIt()
    {
        await using var first = await ActingAsync();
        await using var second = await ActingAsync();
        await using var transaction = await first.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        first.Add(Agency(1, "first"));
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        second.Add(Agency(2, "second"));

        var waiting = Task.Run(() => second.SaveChangesAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await waiting;

        var findings = await new AuditVerifier(first).VerifyAsync(null, Act.At);
        Assert.Equal((0, 2, 2), (findings.Defects.Count, findings.Records, findings.Now.Chains["parties"].Length));
    }

    [Fact]
    public async Task Save_WhileAnotherChangesTheSameRoot_IsRefused()
    {
        await LiveAsync(whole: false);
        await using var first = await ActingAsync();
        await using var second = await ActingAsync();
        var (one, two) = (await ContractAsync(first), await ContractAsync(second));
        await using var transaction = await first.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        one.Terminate("违约", Act.At, Act.By);
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        two.PrepareAcceptance(new Guid(1, 0, 0, new byte[8]));

        var waiting = Task.Run(() => second.SaveChangesAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => waiting);
        Assert.Empty((await new AuditVerifier(first).VerifyAsync(null, Act.At)).Defects);
    }

    [Fact]
    public async Task Save_OfACodeThatIsTaken_IsNoConcurrencyConflict()
    {
        await using var db = await ActingAsync();
        db.Add(Agency(1, "agency"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Add(Agency(2, "agency"));

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken)); // not one of its children

        Assert.Equal("DatabaseConflict", DatabaseRefusedException.Of(Assert.IsAssignableFrom<DbException>(refused.InnerException)).Code);
    }

    // 𬭎 and 𫟼 lie beyond the basic plane, where MariaDB's own default holds all characters equal; it also holds "abc" equal to "ABC" and to "abc ".
    [Fact]
    public async Task Codes_ThatDifferInOneCharacterCaseOrBlank_AreDifferent()
    {
        string[] codes = ["张𬭎", "张𫟼", "abc", "ABC", "abc "];
        await using var db = await ActingAsync();
        db.AddRange(codes.Select((code, i) => Agency(i, code)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        foreach (var code in codes)
        {
            Assert.Equal(code, (await db.Parties.AsNoTracking().SingleAsync(p => p.Code == code, TestContext.Current.CancellationToken)).Code);
        }

        Assert.Equal(["ABC", "abc", "abc ", "张𫟼", "张𬭎"], await db.Parties.OrderBy(p => p.Code).Select(p => p.Code).ToListAsync(TestContext.Current.CancellationToken)); // by code point: U+2B7FC, U+2CB4E
    }

    [Fact]
    public async Task History_OfAContract_IsInTheOrderOfItsSteps()
    {
        await LiveAsync(whole: true);
        await using var db = await file.OpenAsync();
        var contract = await ContractAsync(db);

        var history = await db.HistoryOfContract(contract.Id).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["Sign", "StartDelivery", "PublishFinal", "FixResult", "Accept", "Settle", "Close"],
            history.Where(t => t.Process == "contract").Select(t => t.Trigger));
        Assert.Equal(history.OrderBy(t => t.At).Select(t => t.At), history.Select(t => t.At));
        Assert.Equal(["Publish", "Open", "Rank", "Award", "Conclude"], (await db.HistoryOfProject(contract.ProjectId).ToListAsync(TestContext.Current.CancellationToken)).Select(t => t.Trigger));
    }

    private static Party Agency(int number, string code) => new(new Guid(number, 0, 0, new byte[8]), code, "某单位", PartyKind.Agency);

    private async Task<AppDbContext> ActingAsync()
    {
        var db = await file.OpenAsync();
        db.Acting = Act;
        return db;
    }

    private async Task ReportAsync(int worker)
    {
        await using var db = await file.OpenAsync();
        db.Acting = Act;
        var contract = await db.Contracts.Select(c => c.Id).SingleAsync(TestContext.Current.CancellationToken);
        for (var i = 1; i <= 5; i++)
        {
            db.Add(new ServiceRecord(new Guid(worker, (short)i, 0, new byte[8]), contract, new("T1", "site-1", new(2024, 5, i))));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }

    private static Task<Contract> ContractAsync(AppDbContext db) => db.Contracts.Whole().SingleAsync(TestContext.Current.CancellationToken);

    private async Task LiveAsync(bool whole)
    {
        await using var db = await file.OpenAsync();
        var life = new StoredLife(db);
        await life.AwardedAsync();
        await life.SignedAsync();
        if (whole)
        {
            await life.RatedAsync();
            await life.ClosedAsync();
        }
    }
}
