using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>What the application on one's telephone shows.</summary>
internal static class Authenticator
{
    /// <summary>RFC 6238 with the usual choices: HMAC-SHA1, steps of 30 seconds since 1970, six digits; the secret is in Base32 (RFC 4648).</summary>
    public static string SixDigits(string secret, int steps = 0)
    {
        var bits = string.Concat(secret.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        byte[] key = [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // The RFC's algorithm.
        var hash = HMACSHA1.HashData(key, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
