using System.Globalization;
using Microsoft.Data.Sqlite;
using ProcurementEval.Web.Commands;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Tests.Data;

public sealed class DatabasesTests : IDisposable
{
    private readonly TestDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Open_OfANewerDatabase_IsRefusedByEveryVerb()
    {
        await Databases.MigrateAsync(TestDatabase.Provider, file.Connection);
        file.Tamper("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Future', '99.0.0')");

        foreach (var schema in Enum.GetValues<Schema>())
        {
            Assert.Equal("DatabaseNewer", await RefusalAsync(file.Connection, schema));
        }

        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync(["migrate", .. file.Options]));
        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync(["verify-audit", .. file.Options]));
    }

    [Fact]
    public async Task Migrate_OfAnEmptyFile_SaysFromWhichToWhich()
    {
        var (from, to) = await Databases.MigrateAsync(TestDatabase.Provider, file.Connection);

        Assert.Null(from);
        Assert.Equal((to, to), await Databases.MigrateAsync(TestDatabase.Provider, file.Connection));
        Assert.True(TestDatabase.OnServer || file.Scalar("PRAGMA journal_mode") is "wal");
        Assert.Equal(CommandLine.Done, await CommandLine.RunAsync(["verify-audit", .. file.Options]));
    }

    [Fact]
    public async Task Open_OfNoFile_IsRefusedAndMakesNone()
    {
        OfFilesOnly();
        Assert.Equal("DatabaseCannotOpen", await RefusalAsync(file.Connection, Schema.Required));
        Assert.False(File.Exists(file.Path));
        Assert.Equal("DatabaseCannotOpen", await RefusalAsync($"Data Source={file.Folder}/none/app.db", Schema.Migrated));
    }

    [Fact]
    public async Task Open_OfAnEmptyDatabase_AsksForMigrate()
    {
        file.Tamper("CREATE TABLE T (Id INTEGER); DROP TABLE T");

        Assert.Equal("DatabaseOlder", await RefusalAsync(file.Connection, Schema.Required));
    }

    [Fact]
    public async Task Open_OfAnotherProgramsDatabase_IsRefusedAndLeftAlone()
    {
        file.Tamper("CREATE TABLE Other (Id INTEGER)");

        Assert.Equal("DatabaseForeign", await RefusalAsync(file.Connection, Schema.Migrated));
        Assert.Equal(CommandLine.Refused, await CommandLine.RunAsync(["migrate", .. file.Options]));
        Assert.Equal(1L, file.Scalar(TestDatabase.OnServer ? "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()" : "SELECT COUNT(*) FROM sqlite_master"));
    }

    [Fact]
    public async Task Open_OfAFileThatIsNoDatabase_IsRefused()
    {
        OfFilesOnly();
        await File.WriteAllTextAsync(file.Path, string.Concat(Enumerable.Repeat("not a database ", 100)), TestContext.Current.CancellationToken);

        Assert.Equal("DatabaseCorrupt", await RefusalAsync(file.Connection, Schema.Migrated));
    }

    [Fact]
    public async Task Open_OfALockedDatabase_IsRefused()
    {
        OfFilesOnly();
        await Databases.MigrateAsync(TestDatabase.Provider, file.Connection);
        await using var other = new SqliteConnection(file.Connection);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var exclusive = other.CreateCommand();
        exclusive.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE T (Id INTEGER)";
        await exclusive.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        Assert.Equal("DatabaseLocked", await RefusalAsync(file.Connection + ";Default Timeout=1", Schema.Required));
    }

    [Theory]
    [InlineData("oracle", "Data Source=x.db", "ProviderUnknown")]
    [InlineData("sqlite", "Colour=red", "ConnectionUnreadable")]
    [InlineData("sqlite", "", "ConnectionUnreadable")]
    [InlineData("mysql", "Colour=red", "ServerUnreadable")]
    [InlineData("mysql", "Server=localhost", "ServerUnreadable")]
    [InlineData("mysql", "Database=db", "ServerUnreadable")]
    [InlineData("mysql", "Server=localhost;Database=db;ServerVersion=8.0.36-mysql", "ServerUnsupported")]
    [InlineData("mysql", "Server=localhost;Database=db;ServerVersion=new", "ServerUnsupported")]
    public async Task Open_OfAnUnknownAddress_IsRefused(string provider, string connection, string code)
    {
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Databases.OpenAsync(provider, connection, Schema.Migrated));

        Assert.Equal(code, refused.Code);
    }

    [Theory]
    [InlineData("zh-CN", "不认识数据库类型“oracle”；现在可用的是 sqlite, mysql。")]
    [InlineData("en-GB", "The database provider \"oracle\" is not known; these are: sqlite, mysql.")]
    public async Task Refusal_SpeaksTheReadersLanguage(string culture, string sentence)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Databases.OpenAsync("oracle", "Data Source=x.db", Schema.Migrated));

        Assert.Equal(sentence, refused.Message);
    }

    private static void OfFilesOnly() => Assert.SkipWhen(TestDatabase.OnServer, "What is tested is a file.");

    private static async Task<string> RefusalAsync(string connection, Schema schema) =>
        (await Assert.ThrowsAsync<DatabaseRefusedException>(() => Databases.OpenAsync(TestDatabase.Provider, connection, schema))).Code;
}
