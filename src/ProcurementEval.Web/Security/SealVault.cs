using System.Security.Cryptography;
using System.Text;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Web.Data.Conversions;

namespace ProcurementEval.Web.Security;

/// <summary>
/// Seals and opens the bids of a tender with the tender's own key, which the database holds only wrapped under the server's key.
/// Who has the database alone (a copy, a report, an administrator's page) sees that a bid exists, its length, hash and time;
/// who has both the database and the server's key file can open bids before their time, and no software on this server can prevent or show that: the file is to be kept by somebody else than the database.
/// </summary>
/// <param name="serverKey">32 bytes; see <see cref="ServerKey"/>.</param>
/// <param name="random">Gives so many random bytes.</param>
public sealed class SealVault(byte[] serverKey, Func<int, byte[]> random)
{
    public SealKey NewKey(Guid tenderId) => new(tenderId, BidSeal.Seal(random(BidSeal.KeyBytes), serverKey, random(BidSeal.NonceBytes)));

    /// <summary>The content as one sealed payload, and the SHA-256 of the payload in lower-case hexadecimal.</summary>
    public (byte[] Payload, string Sha256) Seal(BidContent content, SealKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var payload = BidSeal.Seal(Encoding.UTF8.GetBytes(StoredJson.Write(content)), Unwrapped(key), random(BidSeal.NonceBytes));
        return (payload, Convert.ToHexStringLower(SHA256.HashData(payload)));
    }

    /// <summary>Opens every standing bid of a tender and records that its key was released.</summary>
    /// <exception cref="SealException">The deadline has not passed, the key is wrong, or a payload is not what was received.</exception>
    public IReadOnlyDictionary<Guid, BidContent> Open(Tender tender, SealKey key, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(tender);
        ArgumentNullException.ThrowIfNull(key);
        if (!(at >= tender.Deadline) || key.TenderId != tender.Id)
        {
            throw new SealException("SealClosed", tender.Deadline);
        }

        var plain = Unwrapped(key);
        var contents = tender.StandingBids.ToDictionary(b => b.Id, b => Convert.ToHexStringLower(SHA256.HashData(b.SealedPayload)) == b.PayloadSha256
            ? StoredJson.Read<BidContent>(Encoding.UTF8.GetString(BidSeal.Open(b.SealedPayload, plain)))
            : throw new SealException("SealBroken"));
        key.Release(at);
        return contents;
    }

    private byte[] Unwrapped(SealKey key) => BidSeal.Open(key.Wrapped, serverKey);
}
