using Microsoft.EntityFrameworkCore;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Templates;

/// <summary>The uploads that were published, read from the database whenever they are asked for: what is published counts at once, on every server.</summary>
public sealed class PublishedUploads(IServiceScopeFactory scopes)
{
    /// <summary>The text of one; null where there is none.</summary>
    public string? TextOf(UploadKind kind, string id, int version)
    {
        using var scope = scopes.CreateScope();
        return Published(scope, kind).Where(u => u.TemplateId == id && u.TemplateVersion == version).Select(u => u.Text).SingleOrDefault();
    }

    /// <summary>All of a kind, each under its file's name.</summary>
    public IReadOnlyList<(string Name, string Text)> All(UploadKind kind)
    {
        using var scope = scopes.CreateScope();
        return [.. Published(scope, kind).ToList().Select(u => (u.FileName, u.Text))];
    }

    private static IQueryable<TemplateUpload> Published(IServiceScope scope, UploadKind kind) =>
        scope.ServiceProvider.GetRequiredService<AppDbContext>().TemplateUploads.AsNoTracking().Where(u => u.Kind == kind && u.PublishedAt != null);
}
