using System.Security.Cryptography;

namespace ProcurementEval.Web.Security;

/// <summary>AES-256-GCM; a sealed text is nonce (12 bytes), tag (16 bytes), ciphertext.</summary>
public static class BidSeal
{
    public const int KeyBytes = 32;
    public const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <exception cref="ArgumentException">Key or nonce has another length.</exception>
    public static byte[] Seal(byte[] plain, byte[] key, byte[] nonce)
    {
        ArgumentNullException.ThrowIfNull(plain);
        ArgumentNullException.ThrowIfNull(nonce);
        using var aes = Cipher(key);
        var (tag, cipher) = (new byte[TagBytes], new byte[plain.Length]);
        aes.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. tag, .. cipher];
    }

    /// <exception cref="SealException">The key is another's or a byte was altered; nothing is opened.</exception>
    public static byte[] Open(byte[] payload, byte[] key)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (payload.Length < NonceBytes + TagBytes)
        {
            throw new SealException("SealBroken");
        }

        using var aes = Cipher(key);
        var plain = new byte[payload.Length - NonceBytes - TagBytes];
        try
        {
            aes.Decrypt(payload.AsSpan(0, NonceBytes), payload.AsSpan(NonceBytes + TagBytes), payload.AsSpan(NonceBytes, TagBytes), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new SealException("SealBroken");
        }
    }

    private static AesGcm Cipher(byte[] key) => key is { Length: KeyBytes } ? new AesGcm(key, TagBytes) : throw new ArgumentException("The key has 32 bytes.", nameof(key));
}
