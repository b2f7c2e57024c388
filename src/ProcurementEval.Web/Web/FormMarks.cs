using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Web;

/// <summary>Mints the id of what a form will create, signed for its user and its purpose: a repeat of the form is known by it, and nobody can choose an id.</summary>
public sealed class FormMarks(IDataProtectionProvider protection)
{
    public string Mint(Reader reader, string purpose) => WebEncoders.Base64UrlEncode(Protector(reader, purpose).Protect(Guid.CreateVersion7().ToByteArray()));

    /// <summary>Null for a mark that was not minted for this user and purpose.</summary>
    public Guid? Read(string? mark, Reader reader, string purpose)
    {
        try
        {
            return mark is null ? null : new Guid(Protector(reader, purpose).Unprotect(WebEncoders.Base64UrlDecode(mark)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Reader reader, string purpose)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return protection.CreateProtector("form", purpose, reader.UserId.ToString());
    }
}
