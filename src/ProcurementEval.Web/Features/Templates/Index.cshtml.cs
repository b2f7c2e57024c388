using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Templates;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Templates;

/// <summary>模板与方案: every version that may be chosen, the calendars, and what waits for its second person.</summary>
[Requires(Permission.ReadTemplates)]
public sealed class IndexModel(Catalogue catalogue) : SitePage
{
    public IReadOnlyList<Loaded<Template>> Templates { get; private set; } = [];

    public IReadOnlyList<Loaded<Plan>> Plans { get; private set; } = [];

    public IReadOnlyList<Loaded<WorkCalendar>> Calendars { get; private set; } = [];

    public IReadOnlyList<TemplateUpload> Pending { get; private set; } = [];

    public bool MayUpload => Reader.Role.Allows(Permission.UploadTemplate);

    /// <summary>The version before, which a template may be compared with.</summary>
    public int? Before(Template template) => Templates.Where(t => t.Value.Id == template.Id && t.Value.Version < template.Version).Select(t => (int?)t.Value.Version).Max();

    protected override async Task<bool> LoadAsync()
    {
        (Templates, Plans, Calendars) = (catalogue.Templates(), catalogue.Plans(), catalogue.Calendars());
        Pending = await Scope.TemplateUploads.AsNoTracking().Where(u => u.PublishedAt == null).OrderBy(u => u.UploadedAt).ToListAsync();
        return true;
    }
}
