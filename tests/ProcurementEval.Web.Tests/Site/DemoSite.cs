using System.Security.Cryptography;
using System.Text;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Storage;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Templates.Demos;
using ProcurementEval.Web.Tests.Data;
using ProcurementEval.Web.Tests.Templates;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>A site that holds the demonstration's parties, accounts and contracts at all points of their lives (demo.yaml says which), one piece of evidence, one tender document and one uploaded template; nothing moves by itself.</summary>
internal static class DemoSite
{
    /// <summary>The contract that has a piece of evidence.</summary>
    public const string WithEvidence = "ML2024";

    /// <summary>The tender that has a document.</summary>
    public const string WithDocument = "LP2025";

    public static async Task<TestSite> StartAsync(TestDatabase? database = null)
    {
        var site = await TestSite.StartAsync(Demo.StartOf(DemoFile.Read(Shipped.Catalogue)), database: database);
        var demo = await site.InDatabaseAsync(async db =>
        {
            var seeded = await Demo.SeedAsync(db, Shipped.Catalogue, ServerKey.At(site.Settings.KeyFile, RandomNumberGenerator.GetBytes), _ => { });
            await AddFilesAsync(site, db);
            return seeded;
        });
        foreach (var account in demo.Accounts)
        {
            await site.AddAccountAsync(account.UserName, account.Role, account.PartyCode, manages: account.Role == Role.Agency);
        }

        return site;
    }

    private static async Task AddFilesAsync(TestSite site, AppDbContext db)
    {
        var uploads = (Uploads)site.Services.GetService(typeof(Uploads))!;
        var contract = await Sample.ContractAsync(db, WithEvidence);
        var (at, by) = (site.Time.GetUtcNow(), Actor.Person("heyuan"));
        using var report = new MemoryStream(Encoding.UTF8.GetBytes("monthly report, invented"));
        using var document = new MemoryStream(Encoding.UTF8.GetBytes("tender document, invented"));
        db.Acting = new Act(by, at);
        db.Add(Evidence.Upload(Guid.CreateVersion7(), new EvidenceSubject(contract, contract, EvidenceKind.Deliverable, null), await uploads.TakeAsync("report.txt", report, 1000, default), null, at, by));
        db.Add(new TenderDocument(Guid.CreateVersion7(), await Sample.TenderAsync(db, WithDocument), await uploads.TakeAsync("tender.txt", document, 1000, default), at));
        db.Add(new TemplateUpload(Guid.CreateVersion7(), UploadKind.Template, "A", 2, "kind: template", new string('a', 64), "administrator", at));
        await db.SaveChangesAsync();
    }
}
