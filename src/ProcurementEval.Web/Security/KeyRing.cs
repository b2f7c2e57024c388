using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Security;

/// <summary>Keeps the data-protection keys in the database, so that any instance serves any request; who has the database alone cannot forge a cookie.</summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, byte[] serverKey) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return [.. db.DataKeys.AsNoTracking().OrderBy(k => k.Name).AsEnumerable().Select(k => XElement.Parse(Encoding.UTF8.GetString(BidSeal.Open(k.Wrapped, serverKey))))];
    }

    // The framework asks synchronously, once in ninety days.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        db.Acting = new Act(Actor.Job("keys"), scope.ServiceProvider.GetRequiredService<TimeProvider>().Instant());
        db.Add(new DataKey(friendlyName, BidSeal.Seal(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), serverKey, RandomNumberGenerator.GetBytes(BidSeal.NonceBytes))));
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
