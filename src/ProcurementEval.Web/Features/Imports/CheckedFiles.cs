using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Features.Imports;

/// <summary>Names a stored workbook in an address so that only the one who uploaded it can open it.</summary>
internal sealed class CheckedFiles(IDataProtectionProvider protection, Reader reader)
{
    private readonly IDataProtector protector = protection.CreateProtector("import", reader.UserId.ToString());

    public string NameOf(string sha256) => WebEncoders.Base64UrlEncode(protector.Protect(Encoding.ASCII.GetBytes(sha256)));

    /// <summary>Its SHA-256; null for a name that was not given to this reader.</summary>
    public string? Read(string name)
    {
        try
        {
            return Encoding.ASCII.GetString(protector.Unprotect(WebEncoders.Base64UrlDecode(name)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
