using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ProcurementEval.Web.Web;

/// <summary>回执: what the page after a submission says was done; shown once, above the page.</summary>
public static class Receipt
{
    private const string Key = "Receipt";

    public static void Give(ITempDataDictionary data, string sentence)
    {
        ArgumentNullException.ThrowIfNull(data);
        data[Key] = sentence;
    }

    // Unread, the empty cookie would be taken back in every answer.
    public static string? Take(ITempDataDictionary data, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(request);
        return request.Cookies.ContainsKey(CookieTempDataProvider.CookieName) ? data[Key] as string : null;
    }
}
