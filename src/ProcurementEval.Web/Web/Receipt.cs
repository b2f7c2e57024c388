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

    public static string? Take(ITempDataDictionary data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[Key] as string;
    }
}
