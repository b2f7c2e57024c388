using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Commands;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Tests.Walks;

namespace ProcurementEval.Web.Tests.Data;

/// <summary>What only a database server does; on a run without one nothing of this is tested.</summary>
public sealed class ServerTests : IDisposable
{
    private readonly TestDatabase database;

    public ServerTests()
    {
        Assert.SkipUnless(TestDatabase.OnServer, "No server is named.");
        database = new();
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Walk_OnADatabaseThatWasNotMigrated_AsksForMigrate()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        using var copy = new CaseCopy("longhua-2024");

        var ran = await copy.WalkAsync(database.Options);

        Assert.Equal((CommandLine.Refused, true), (ran.Exit, ran.Errors.Contains("Run migrate first", StringComparison.Ordinal)));
        Assert.Equal(0L, database.Scalar("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"));
    }

    [Theory]
    [InlineData("User ID=nobody", "ServerDenies")]
    [InlineData("Server=/nowhere/socket", "ServerSilent")]
    [InlineData("Server=127.0.0.1;Protocol=Tcp;Port=1", "ServerSilent")] // nobody listens at port 1
    public async Task Open_OfWhatTheServerRefuses_SaysWhyAndShowsNoPassword(string wrong, string code)
    {
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Databases.OpenAsync(Databases.MySql, $"{database.Connection};{wrong};Password=secret", Schema.Required));

        Assert.Equal(code, refused.Code);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_OfADatabaseThatIsNotThere_SaysSo()
    {
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Databases.OpenAsync(Databases.MySql, $"{database.Connection};Database=none", Schema.Required));

        Assert.Equal("DatabaseUnknown", refused.Code);
    }

    // Whatever mode the server runs in: here it would cut the text and only warn.
    [Fact]
    public async Task Save_OfTextLongerThanItsColumn_IsRefused()
    {
        database.Tamper("SET GLOBAL sql_mode = ''");
        await using var db = await database.OpenAsync();
        db.Acting = new(Actor.Person("clerk"), DateTimeOffset.UnixEpoch);
        db.Add(new Party(new Guid(1, 0, 0, new byte[8]), new string('长', 101), "某单位", PartyKind.Agency)); // codes have at most 100 characters

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Migrations_OfTheModel_KeepIdsIn16BytesAndTextInOneCollation()
    {
        await database.ReadyAsync();

        Assert.Equal("binary(16)", database.Scalar("SELECT GROUP_CONCAT(DISTINCT column_type) FROM information_schema.columns WHERE table_schema = DATABASE() AND column_name LIKE BINARY '%Id' AND data_type NOT IN ('varchar', 'longtext')"));
        Assert.Equal("utf8mb4_nopad_bin", database.Scalar("SELECT GROUP_CONCAT(DISTINCT collation_name) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name NOT LIKE '\\_\\_EF%'"));
    }
}
