using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Data;

public sealed class SavingTests : IDisposable
{
    private static readonly Act Act = new(Actor.Person("clerk"), new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly DatabaseFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Save_WithoutActing_IsADefect()
    {
        await using var db = await file.OpenAsync();
        db.Add(new Party(new Guid(1, 0, 0, new byte[8]), "p", "某单位", PartyKind.Agency));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
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

        Assert.Equal(19, Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(duplicate).SqliteErrorCode); // SQLITE_CONSTRAINT
    }

    [Theory]
    [InlineData("INSERT INTO Contracts SELECT '00000000-0000-0000-0000-0000000000AA', Version, Number, ProjectId, TenderId, AgencyId, Sum, Start, End, SignedOn, Stage, FinalKind, HasMidTerm, ResultTotal, ResultGrade, Year, Plan_Id, Plan_Sha256, Plan_Text, Plan_Version FROM Contracts")]
    [InlineData("UPDATE Instalments SET InvoiceNumber = 'INV-1'")]
    public async Task BusinessNumber_UsedTwice_IsRefusedByTheDatabase(string sql)
    {
        await LiveAsync(whole: true);

        var message = Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => file.Tamper(sql)).Message;

        Assert.Contains("UNIQUE", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_SortedAndAddedInSql_IsExact()
    {
        await LiveAsync(whole: true);
        await using var db = await file.OpenAsync();

        var planned = await db.Instalments.OrderByDescending(i => i.Planned).Select(i => i.Planned.Yuan).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([630_000.00m, 270_000.00m], planned); // 70 % and 30 % of 900,000, which as text would sort 270000 < 630000 too, so:
        Assert.Equal([90.25m, 89.25m, 88.25m], await db.Bids.OrderByDescending(b => b.Total).Select(b => b.Total!.Value).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(90_000_000L, file.Scalar("SELECT SUM(Planned) FROM Instalments"));
        Assert.Equal("integer", file.Scalar("SELECT group_concat(DISTINCT typeof(Planned)) FROM Instalments"));
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
