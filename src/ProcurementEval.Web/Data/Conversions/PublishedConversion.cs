using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>Published scores and hours as whole hundredths.</summary>
internal sealed class PublishedConversion() : ValueConverter<decimal, long>(
    figure => Scaled.ToUnits(figure, Published.Unit), units => units * Published.Unit);
