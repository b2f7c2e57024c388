using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Contracts;

/// <summary>The stages of an acceptance (履约验收).</summary>
public enum AcceptanceStage
{
    Prepared,
    UsersInvited,
    Confirmed,
    Published,
}

/// <summary>What moves an acceptance.</summary>
public enum AcceptanceTrigger
{
    InviteUsers,
    Confirm,
    Publish,
}

/// <summary>The purchaser's written acceptance (履约验收) before the last payment: service users are invited and the result is published (政府采购法实施条例 第四十五条).</summary>
public sealed class Acceptance : IProcessSubject
{
    public Acceptance(Guid id, Contract contract) => (Id, Contract) = (id, contract);

    private Acceptance()
    {
    }

    public static Process<Acceptance, AcceptanceStage, AcceptanceTrigger> Process { get; } = new("acceptance", a => a.Stage, (a, s) => a.Stage = s,
        new Table<Acceptance, AcceptanceStage, AcceptanceTrigger>()
            .In(AcceptanceStage.Prepared).On(AcceptanceTrigger.InviteUsers, AcceptanceStage.UsersInvited)
            .In(AcceptanceStage.UsersInvited).On(AcceptanceTrigger.Confirm, AcceptanceStage.Confirmed)
                .Only("ResultNotFixed", a => a.Contract.HasReached(ContractStage.ResultFixed))
            .In(AcceptanceStage.Confirmed).On(AcceptanceTrigger.Publish, AcceptanceStage.Published));

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public Contract Contract { get; private set; } = null!;

    public AcceptanceStage Stage { get; private set; }

    /// <summary>How many service users were invited.</summary>
    public int UsersInvited { get; private set; }

    /// <summary>The purchaser's words.</summary>
    public string? Statement { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    public TransitionLog Transitions { get; } = new();

    public void InviteUsers(int users, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, AcceptanceTrigger.InviteUsers, at, by, why: null, Unmet.If(users < 1, "UsersNotInvited"));
        UsersInvited = users;
    }

    public void Confirm(string statement, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, AcceptanceTrigger.Confirm, at, by, why: null, Unmet.If(string.IsNullOrWhiteSpace(statement), "StatementMissing"));
        Statement = statement;
    }

    public void Publish(DateTimeOffset at, Actor by)
    {
        Process.Fire(this, AcceptanceTrigger.Publish, at, by);
        PublishedOn = Calendars.ChinaTime.DateOf(at);
    }
}
