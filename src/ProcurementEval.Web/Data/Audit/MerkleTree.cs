using System.Numerics;
using System.Security.Cryptography;

namespace ProcurementEval.Web.Data.Audit;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1: leaves are prefixed with 0x00 and nodes with 0x01, so that neither can pass for the other.</summary>
public static class MerkleTree
{
    public static byte[] Root(IReadOnlyList<byte[]> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        return Root(leaves, 0, leaves.Count);
    }

    private static byte[] Root(IReadOnlyList<byte[]> leaves, int from, int count)
    {
        switch (count)
        {
            case 0:
                return SHA256.HashData([]);
            case 1:
                return SHA256.HashData([0x00, .. leaves[from]]);
            default:
                var left = 1 << BitOperations.Log2((uint)(count - 1)); // the largest power of two below count
                return SHA256.HashData([0x01, .. Root(leaves, from, left), .. Root(leaves, from + left, count - left)]);
        }
    }
}
