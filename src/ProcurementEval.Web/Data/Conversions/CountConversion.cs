using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>Counts and shares as whole millionths.</summary>
internal sealed class CountConversion() : ValueConverter<decimal, long>(
    figure => Scaled.ToUnits(figure, Unit), units => units * Unit)
{
    public const decimal Unit = 0.000001m;
}
