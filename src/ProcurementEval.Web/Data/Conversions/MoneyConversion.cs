using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Data.Conversions;

/// <summary>Money as whole cents (分).</summary>
internal sealed class MoneyConversion() : ValueConverter<Money, long>(
    money => Scaled.ToUnits(money.Yuan, Published.Unit), cents => Money.FromYuan(cents * Published.Unit));
