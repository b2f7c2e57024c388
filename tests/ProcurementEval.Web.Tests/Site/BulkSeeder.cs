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

/// <summary>Very many contracts on SQLite: one is made by the verbs, the others are copies of its rows, made by the database. All of it invented. Contract n costs n yuan more than the first one, its last instalment takes the difference, and of each contract but every fourth the first instalment is paid.</summary>
internal static class BulkSeeder
{
    public const int Agencies = 6;
    public static readonly string[] Purchasers = ["bulk-purchaser-0", "bulk-purchaser-1"];
    public static readonly string[] Regions = ["甲区", "乙区", "丙区", "丁区", "戊区"];

    /// <summary>The sum of the copied contract.</summary>
    public static readonly Money First = Money.FromYuan(100_000m);

    /// <summary>Copies contracts 1 to count, and takes away the one they were copied from.</summary>
    public static async Task SeedAsync(AppDbContext db, Loaded<Plan> plan, int count, DateTimeOffset at)
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

        await CopyAsync(db, "Projects", project.Id, count, new() { ["Id"] = Id(1), ["Code"] = "'P-' || n", ["Title"] = "'社工服务项目 ' || n", ["Region"] = Case(Regions), ["PurchaserId"] = Case(purchasers.Select(p => Text(p.Id))) });
        await CopyAsync(db, "Tenders", tender.Id, count, new() { ["Id"] = Id(2), ["ProjectId"] = Id(1), ["Number"] = "'T-' || n", ["Stage"] = $"'{TenderStage.Concluded}'", ["Method"] = Case(Enum.GetNames<PurchaseMethod>()) });
        await CopyAsync(db, "Contracts", contract.Id, count, new()
        {
            ["Id"] = Id(3),
            ["ProjectId"] = Id(1),
            ["TenderId"] = Id(2),
            ["AgencyId"] = Case(agencies.Select(a => Text(a.Id))),
            ["Number"] = "printf('C-%05d', n)",
            ["Stage"] = Case(Enum.GetNames<ContractStage>()),
            ["Sum"] = "x.Sum + n * 100",
        });
        foreach (var instalment in contract.Instalments)
        {
            var planned = instalment.Ordinal == contract.Instalments.Count ? "x.Planned + n * 100" : "x.Planned";
            var paid = instalment.Ordinal == 1 ? "n % 4 <> 0" : "0";
            await CopyAsync(db, "Instalments", instalment.Id, count, new()
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
            await RunAsync(db, $"DELETE FROM \"{table}\" WHERE \"{column}\" = {Quoted(Text(id))}");
        }

        await RunAsync(db, "ANALYZE");
    }

    private static async Task CopyAsync(AppDbContext db, string table, Guid from, int count, Dictionary<string, string> instead)
    {
        var columns = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM pragma_table_info({table})").ToListAsync();
        Assert(instead.Keys.Except(columns).ToArray() is [], $"{table} has no such column");
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", columns.Select(c => instead.TryGetValue(c, out var expression) ? expression : $"x.\"{c}\""));
        await RunAsync(db, $"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count.ToString(CultureInfo.InvariantCulture)}) INSERT INTO \"{table}\" ({names}) SELECT {values} FROM numbers JOIN \"{table}\" x ON x.\"Id\" = {Quoted(Text(from))}");
    }

    private static void Assert(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException(fault);
        }
    }

    private static Task<int> RunAsync(AppDbContext db, string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    // As SQLite stores ids: upper-case text.
    private static string Id(int kind) => $"printf('%08X-0000-8000-8000-%012X', n, {kind.ToString(CultureInfo.InvariantCulture)})";

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static string Quoted(string text) => $"'{text}'";

    // By the number n of the contract.
    private static string Case(IEnumerable<string> values)
    {
        string[] all = [.. values];
        return $"CASE n % {all.Length.ToString(CultureInfo.InvariantCulture)} {string.Concat(all.Select((v, i) => $"WHEN {i.ToString(CultureInfo.InvariantCulture)} THEN {Quoted(v)} "))}END";
    }
}
