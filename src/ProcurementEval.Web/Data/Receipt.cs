namespace ProcurementEval.Web.Data;

/// <summary>A receipt (回执): the first digits of the hash under which the audit chain holds what was submitted, and when. It says nothing of how many others submitted.</summary>
public sealed record Receipt(string Number, DateTimeOffset At)
{
    public const int Digits = 12;
}
