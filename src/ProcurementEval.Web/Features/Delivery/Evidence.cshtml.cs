using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Delivery;

/// <summary>佐证材料: the evidence of a contract, all of it or what supports one record, claim, finding …</summary>
[Requires(Permission.ReadEvidence)]
public sealed class EvidenceModel : DeliveryPage
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public EvidenceKind? Kind { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<Evidence> Items { get; private set; } = [];

    /// <summary>Names of the accounts that uploaded or inspected.</summary>
    public IReadOnlyDictionary<string, string> People { get; private set; } = null!;

    public bool MayUpload => Reader.Role.Allows(Permission.UploadEvidence);

    public string To(int page) => $"/contracts/{Id}/evidence?about={About}&kind={Kind}&p={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var evidence = Scope.Evidence.AsNoTracking().Where(e => e.ContractId == Id && (About == null || e.About == About) && (Kind == null || e.Kind == Kind));
        Count = await evidence.CountAsync();
        P = Math.Clamp(P, 1, Math.Max(1, (Count + PageSize - 1) / PageSize));
        Items = await evidence.OrderByDescending(e => e.UploadedAt).ThenBy(e => e.Id).Skip((P - 1) * PageSize).Take(PageSize).ToListAsync();
        string[] accounts = [.. Items.Select(e => e.UploadedBy).Distinct()];
        People = await Db.Users.AsNoTracking().Where(u => accounts.Contains(u.UserName)).ToDictionaryAsync(u => u.UserName!, u => u.Name);
        return true;
    }
}
