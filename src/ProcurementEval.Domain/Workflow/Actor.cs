namespace ProcurementEval.Domain.Workflow;

/// <summary>Who does a step: a person by his account, or a job by its name; an automatic step is never a person's.</summary>
public sealed record Actor
{
    private Actor(string id, bool isJob) => (Id, IsJob) = (id, isJob);

    public string Id { get; }

    public bool IsJob { get; }

    public static Actor Person(string account) => new(account, isJob: false);

    public static Actor Job(string name) => new(name, isJob: true);

    public override string ToString() => IsJob ? $"job:{Id}" : Id;
}
