using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>A share as whole millionths.</summary>
internal sealed class ShareConversion() : ValueConverter<Share, long>(
    share => Scaled.ToUnits(share.Fraction, CountConversion.Unit), units => Share.FromFraction(units * CountConversion.Unit));
