using System.Security.Cryptography;
using System.Text;

namespace ProcurementEval.Domain.Templates;

/// <summary>A template or plan as it stood: id, version, canonical text (UTF-8, LF) and the SHA-256 of that text in lower-case hexadecimal.</summary>
public sealed record FrozenText(string Id, int Version, string Text, string Sha256)
{
    public static FrozenText Of(string id, int version, string text) => new(id, version, text, Hash(text));

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
