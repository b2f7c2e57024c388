using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Documents.Excel;
using ProcurementEval.Documents.Fonts;
using ProcurementEval.Documents.Pdf;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>评审报告 of a ranked tender, as PDF or Excel, from what is stored: for those who run, pay for or audit it and the panel members who sat; not for bidders.</summary>
[Requires(Permission.ReadReports)]
public sealed class TenderModel(FontSet fonts) : SitePage
{
    private Tender tender = null!;
    private Project project = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Format { get; set; } = string.Empty;

    public async Task<FileContentResult> OnGetAsync()
    {
        var document = TenderReport.Of(await InputAsync());
        return Format == "pdf"
            ? File(new PdfWriter(fonts).Write(document), "application/pdf", $"{tender.Number}.pdf")
            : File(ExcelWriter.Write(document), ExcelWriter.MediaType, $"{tender.Number}.xlsx");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await Scope.Tenders.AsNoTracking().Whole().SingleOrDefaultAsync(t => t.Id == Id) is not { } found)
        {
            return false;
        }

        (tender, project) = (found, await Db.Projects.AsNoTracking().SingleAsync(p => p.Id == found.ProjectId));
        return found.ConformingBids.Any(b => b.Rank is not null) && Reader.Role switch
        {
            Role.Agency => false,
            Role.Evaluator => found.Panel.Any(a => a.Assessor == Reader.Account && a.Sits),
            _ => true,
        };
    }

    private async Task<TenderReportInput> InputAsync()
    {
        var (template, rules) = (tender.Template.ToTemplate(), project.Plan.ToPlan().Tender);
        var lot = tender.Lot(rules);
        var codes = tender.StandingBids.Select(b => b.Content!.Supplier).ToArray();
        var names = await Db.Parties.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, p => p.Name);
        var steps = await Db.HistoryOfProject(project.Id).Where(t => t.SubjectId == Id).ToListAsync();
        return new TenderReportInput
        {
            Project = project,
            Purchaser = await Db.Parties.AsNoTracking().SingleAsync(p => p.Id == project.PurchaserId),
            Tender = tender,
            Rules = rules,
            Template = template,
            Ranking = tender.Rank(template, rules, lot),
            Suppliers = codes.ToDictionary(c => c, c => names.GetValueOrDefault(c) ?? c),
            Lot = lot,
            ScoredOn = DayOf(TenderTrigger.Rank)!.Value,
            AwardedOn = DayOf(TenderTrigger.Award),
            CreatedAt = steps[^1].At,
        };

        DateOnly? DayOf(TenderTrigger trigger) => steps.FirstOrDefault(s => s.Trigger == trigger.ToString()) is { } step ? ChinaTime.DateOf(step.At) : null;
    }
}
