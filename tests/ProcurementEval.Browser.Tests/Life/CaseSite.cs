using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Jobs;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Walks;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>A site that knows the organisations and people of a case and nothing else, on the morning of the day on which its tender goes out.</summary>
internal static class CaseSite
{
    public const string Password = "played by the pages";
    public static readonly TimeOnly Morning = new(9, 0);

    public static Task<RunningSite> StartAsync(WalkCase walked) => RunningSite.StartAsync(
        async settings =>
        {
            await using var db = await Databases.OpenAsync(settings.Provider, settings.DatabaseConnection, Schema.Migrated);
            db.Acting = new Act(Actor.Job("test"), Start(walked));
            var parties = Parties(walked.File).Select(p => new Party(Guid.CreateVersion7(), p.Party.Code, p.Party.Name, p.Kind)).ToDictionary(p => p.Code);
            db.AddRange(parties.Values);
            db.AddRange(Accounts(walked.File).Select(a => Account(a.Name, a.Role, a.Party is null ? null : parties[a.Party].Id)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        },
        (settings, services) => services.Replace(ServiceDescriptor.Singleton(new DemoClock(Path.Combine(settings.Folder, "clock.txt"), Start(walked)))));

    private static DateTimeOffset Start(WalkCase walked) => ChinaTime.At(walked.File.Tender.Published, Morning);

    private static IEnumerable<(CaseParty Party, PartyKind Kind)> Parties(CaseFile file) =>
    [
        (file.Project.Purchaser, PartyKind.Purchaser),
        (file.Project.Finance, PartyKind.FinanceBureau),
        (file.Project.EvaluationBody, PartyKind.EvaluationBody),
        .. file.Tender.Bids.Select(b => (b.Supplier, PartyKind.Agency)),
    ];

    // As the walk calls them: an organisation's account has its code, the second person's ends in -2.
    private static IEnumerable<(string Name, Role Role, string? Party)> Accounts(CaseFile file) =>
    [
        (file.Project.Purchaser.Code, Role.Purchaser, file.Project.Purchaser.Code),
        ($"{file.Project.Purchaser.Code}-2", Role.Purchaser, file.Project.Purchaser.Code),
        (file.Project.Finance.Code, Role.FinanceReviewer, file.Project.Finance.Code),
        (file.Project.EvaluationBody.Code, Role.Evaluator, file.Project.EvaluationBody.Code),
        .. file.Tender.Bids.Select(b => (b.Supplier.Code, Role.Agency, (string?)b.Supplier.Code)),
        .. file.Tender.Members.Concat(file.Evaluations.SelectMany(e => e.Assessors)).Select(m => m.Id).Distinct().Select(id => (id, Role.Evaluator, (string?)null)),
    ];

    private static User Account(string name, Role role, Guid? party)
    {
        var user = new User { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Name = $"{name}（虚构）", Role = role, PartyId = party, SecurityStamp = name, LockoutEnabled = true };
        user.PasswordHash = new PasswordHasher<User>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(user, Password);
        return user;
    }
}
