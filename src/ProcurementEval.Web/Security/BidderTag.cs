using System.Security.Cryptography;
using System.Text;

namespace ProcurementEval.Web.Security;

/// <summary>The mark by which an agency's bid is found again: a keyed hash of tender and agency, so that the database alone does not tell who has bid.</summary>
/// <param name="serverKey">See <see cref="ServerKey"/>.</param>
public sealed class BidderTag(byte[] serverKey)
{
    public string Of(Guid tender, Guid agency) => Convert.ToHexStringLower(HMACSHA256.HashData(serverKey, Encoding.UTF8.GetBytes($"bidder|{tender}|{agency}")));
}
