// Until the money branch (SeriesRule) is merged.
namespace ProcurementEval.Domain.Delivery;

public sealed record SeriesRule;
