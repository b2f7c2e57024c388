using System.Security.Cryptography;
using System.Text;

namespace ProcurementEval.Web.Walks;

/// <summary>Ids and random bytes that derive from a case and an ordinal, so that two walks of one case are equal byte for byte.</summary>
internal sealed class WalkIds(string caseId)
{
    private int ordinal;

    public Guid NewId()
    {
        var bytes = Bytes(16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80); // version 8: a custom, name-derived layout (RFC 9562)
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Up to 32 bytes in the place of a random number generator's.</summary>
    public byte[] Bytes(int count) => SHA256.HashData(Encoding.UTF8.GetBytes($"{caseId}#{++ordinal}"))[..count];
}
