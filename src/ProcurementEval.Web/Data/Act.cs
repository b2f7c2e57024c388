using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Data;

/// <summary>Who saves, and when: every save is somebody's.</summary>
public sealed record Act(Actor By, DateTimeOffset At);
