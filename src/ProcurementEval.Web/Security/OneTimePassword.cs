using System.Security.Cryptography;

namespace ProcurementEval.Web.Security;

/// <summary>A password that is handed over once: four groups of letters and digits that are not mistaken for each other, about 99 bits.</summary>
public static class OneTimePassword
{
    private const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";
    private const int Group = 5;

    public static string Draw() => string.Join('-', RandomNumberGenerator.GetString(Letters, 4 * Group).Chunk(Group).Select(g => new string(g)));
}
