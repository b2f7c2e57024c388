using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using ProcurementEval.Web.Data;

namespace ProcurementEval.Web.Web;

/// <summary>What was done, shown once on the next page: a sentence, and the receipt (回执) with its number and time.</summary>
public sealed record Flash(string Text, Receipt? Receipt)
{
    public static void Put(ITempDataDictionary data, string text, Receipt? receipt)
    {
        ArgumentNullException.ThrowIfNull(data);
        data[nameof(Text)] = text;
        data[nameof(Receipt)] = receipt is null ? null : string.Create(CultureInfo.InvariantCulture, $"{receipt.Number} {receipt.At.UtcTicks}");
    }

    /// <summary>Null when nothing was done.</summary>
    public static Flash? Take(ITempDataDictionary data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data[nameof(Text)] is not string text)
        {
            return null;
        }

        var receipt = (data[nameof(Receipt)] as string)?.Split(' ');
        return new Flash(text, receipt is [var number, var ticks] ? new Receipt(number, new DateTimeOffset(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero)) : null);
    }
}
