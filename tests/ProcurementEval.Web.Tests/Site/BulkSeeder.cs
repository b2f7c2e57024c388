using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Very many contracts: one is made by the verbs, the others are copies of its rows, made by the database. All of it invented. Contract n costs n yuan more than the first one, its last instalment takes the difference, and of each contract but every fourth the first instalment is paid.</summary>
internal sealed class BulkSeeder
{
    public const int Agencies = 6;
    public static readonly string[] Purchasers = ["bulk-purchaser-0", "bulk-purchaser-1"];
    public static readonly string[] Regions = ["甲区", "乙区", "丙区", "丁区", "戊区"];

    /// <summary>The sum of the copied contract.</summary>
    public static readonly Money First = Money.FromYuan(100_000m);

    private readonly AppDbContext db;
    private readonly bool onServer;
    private readonly int count;

    private BulkSeeder(AppDbContext db, int count) => (this.db, this.count, onServer) = (db, count, !db.Database.IsSqlite());

    /// <summary>Copies contracts 1 to count, and takes away the one they were copied from.</summary>
    public static Task SeedAsync(AppDbContext db, Loaded<Plan> plan, int count, DateTimeOffset at) => new BulkSeeder(db, count).SeedAsync(plan, at);

    private async Task SeedAsync(Loaded<Plan> plan, DateTimeOffset at)
    {
        var ids = 0;
        Guid NewId() => new(++ids, 0, 0, [9, 0, 0, 0, 0, 0, 0, 0]);
        db.Acting = new Act(Actor.Job("bulk"), at);
        Party[] purchasers = [.. Purchasers.Select(p => new Party(NewId(), p, $"采购人 {p}", PartyKind.Purchaser))];
        Party[] agencies = [.. Enumerable.Range(0, Agencies).Select(n => new Party(NewId(), $"bulk-agency-{n}", $"社工服务机构 {n}", PartyKind.Agency))];
        var (finance, body) = (new Party(NewId(), "bulk-finance", "财政部门", PartyKind.FinanceBureau), new Party(NewId(), "bulk-body", "评估机构", PartyKind.EvaluationBody));
        var frozen = plan.Freeze(plan.Value.Id, plan.Value.Version);
        var project = new Project(NewId(), "bulk", "bulk", Regions[0], purchasers[0].Id, finance.Id, body.Id, First, frozen);
        var tender = new Tender(NewId(), project.Id, "bulk", PurchaseMethod.OpenTender, frozen with { Text = "bulk" }, new TenderLimits(20, 3, 5, 4));
        var contract = Contract.Draft(new ContractTerms("bulk", project.Id, tender.Id, agencies[0].Id, First, new(2025, 1, 1), new(2025, 12, 31), 1), plan.Value, frozen, NewId);
        db.AddRange([.. purchasers, .. agencies, finance, body, project, tender, contract]);
        await db.SaveChangesAsync();

        await db.Database.OpenConnectionAsync();
        if (onServer)
        {
            // What is written below is standard SQL then.
            await RunAsync("SET sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT', max_recursive_iterations = 1000000");
        }

        await CopyAsync("Projects", project.Id, new() { ["Id"] = Id(1), ["Code"] = "'P-' || n", ["Title"] = "'社工服务项目 ' || n", ["Region"] = Case(Regions.Select(Quoted)), ["PurchaserId"] = Case(purchasers.Select(p => Literal(p.Id))) });
        await CopyAsync("Tenders", tender.Id, new() { ["Id"] = Id(2), ["ProjectId"] = Id(1), ["Number"] = "'T-' || n", ["Stage"] = $"'{TenderStage.Concluded}'", ["Method"] = Case(Enum.GetNames<PurchaseMethod>().Select(Quoted)) });
        await CopyAsync("Contracts", contract.Id, new()
        {
            ["Id"] = Id(3),
            ["ProjectId"] = Id(1),
            ["TenderId"] = Id(2),
            ["AgencyId"] = Case(agencies.Select(a => Literal(a.Id))),
            ["Number"] = "'C-' || substr('0000' || n, -5)",
            ["Stage"] = Case(Enum.GetNames<ContractStage>().Select(Quoted)),
            ["Sum"] = "x.Sum + n * 100",
        });
        foreach (var instalment in contract.Instalments)
        {
            var planned = instalment.Ordinal == contract.Instalments.Count ? "x.Planned + n * 100" : "x.Planned";
            var paid = instalment.Ordinal == 1 ? "n % 4 <> 0" : "0";
            await CopyAsync("Instalments", instalment.Id, new()
            {
                ["Id"] = Id(3 + instalment.Ordinal),
                ["ContractId"] = Id(3),
                ["Planned"] = planned,
                ["AmountPayable"] = planned,
                ["Stage"] = $"CASE WHEN {paid} THEN 'Paid' ELSE 'Planned' END",
                ["Paid"] = $"CASE WHEN {paid} THEN {planned} ELSE 0 END",
                ["PaidOn"] = $"CASE WHEN {paid} THEN '2025-02-15' END",
                ["DueOn"] = $"CASE WHEN {paid} THEN '2025-03-01' END",
            });
        }

        foreach (var (table, column, id) in new[] { ("Instalments", "ContractId", contract.Id), ("Contracts", "Id", contract.Id), ("Tenders", "Id", tender.Id), ("Projects", "Id", project.Id) })
        {
            await RunAsync($"DELETE FROM \"{table}\" WHERE \"{column}\" = {Literal(id)}");
        }

        await RunAsync(onServer ? "ANALYZE TABLE \"Projects\", \"Tenders\", \"Contracts\", \"Instalments\"" : "ANALYZE");
    }

    private async Task CopyAsync(string table, Guid from, Dictionary<string, string> instead)
    {
        var columns = await db.Database.SqlQueryRaw<string>(onServer ? "SELECT column_name AS Value FROM information_schema.columns WHERE table_schema = database() AND table_name = {0}" : "SELECT name AS Value FROM pragma_table_info({0})", table).ToListAsync();
        Assert(instead.Keys.Except(columns).ToArray() is [], $"{table} has no such column");
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", columns.Select(c => instead.TryGetValue(c, out var expression) ? expression : $"x.\"{c}\""));
        await RunAsync($"INSERT INTO \"{table}\" ({names}) WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count.ToString(CultureInfo.InvariantCulture)}) SELECT {values} FROM numbers JOIN \"{table}\" x ON x.\"Id\" = {Literal(from)}");
    }

    private static void Assert(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException(fault);
        }
    }

    private Task<int> RunAsync(string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    // Ids are sixteen bytes on a server, and upper-case text on SQLite.
    private string Id(int kind)
    {
        var last = kind.ToString("X12", CultureInfo.InvariantCulture);
        return onServer ? $"unhex(lpad(hex(n), 8, '0') || '000080008000{last}')" : $"printf('%08X-0000-8000-8000-{last}', n)";
    }

    private string Literal(Guid id) => onServer ? $"x'{id:N}'" : Quoted(id.ToString().ToUpperInvariant());

    private static string Quoted(string text) => $"'{text}'";

    // By the number n of the contract.
    private static string Case(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return $"CASE n % {all.Length.ToString(CultureInfo.InvariantCulture)} {string.Concat(all.Select((v, i) => $"WHEN {i.ToString(CultureInfo.InvariantCulture)} THEN {v} "))}END";
    }
}
