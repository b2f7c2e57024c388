using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Tests.Workflow;

public class ProcessTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 1, 0, 0, TimeSpan.Zero);
    private static readonly Actor Clerk = Actor.Person("clerk");

    private enum Stage
    {
        Draft,
        Released,
        Paid,
    }

    private enum Step
    {
        Release,
        Pay,
        Return,
    }

    [Fact]
    public void CanFire_TriggerOfAnotherStage_IsNotInThisStage()
    {
        var answer = Payment.Process.CanFire(new Payment { Evidence = 2 }, Step.Pay, Now);

        Assert.False(answer.InStage);
        Assert.False(answer.May);
        Assert.Empty(answer.Unmet);
    }

    [Fact]
    public void CanFire_GuardsUnmet_NamesEachWithItsArguments()
    {
        var answer = Payment.Process.CanFire(new Payment { Evidence = 0, NotBefore = new DateOnly(2025, 3, 15) }, Step.Release, Now);

        Assert.True(answer.InStage);
        Assert.Equal([new Unmet("EvidenceMissing", 2), new Unmet("DateAhead", new DateOnly(2025, 3, 15))], answer.Unmet);
    }

    [Fact]
    public void CanFire_GuardsMet_MayAndChangesNothing()
    {
        var payment = new Payment { Evidence = 2 };

        Assert.True(Payment.Process.CanFire(payment, Step.Release, Now).May);
        Assert.Equal(Stage.Draft, payment.Stage);
        Assert.Empty(payment.Transitions.Take());
    }

    [Fact]
    public void Fire_Refused_ChangesAndRecordsNothing()
    {
        var payment = new Payment { Evidence = 1 };

        var refusal = Assert.Throws<RefusedException>(() => Payment.Process.Fire(payment, Step.Release, Now, Clerk));

        Assert.Equal([new Unmet("EvidenceMissing", 1)], refusal.Unmet);
        Assert.Equal(Stage.Draft, payment.Stage);
        Assert.Empty(payment.Transitions.Take());
    }

    [Fact]
    public void Fire_WrongStage_SaysProcessTriggerAndStage()
    {
        var refusal = Assert.Throws<RefusedException>(() => Payment.Process.Fire(new Payment(), Step.Return, Now, Clerk));

        Assert.Equal([new Unmet("NotInThisStage", "payment", "Return", "Draft")], refusal.Unmet);
    }

    [Fact]
    public void Fire_VerbLeavesSomethingUnmet_ChangesNothing()
    {
        var payment = new Payment { Evidence = 2 };

        Assert.Throws<RefusedException>(() => Payment.Process.Fire(payment, Step.Release, Now, Clerk, why: null, Unmet.If(true, "ReasonMissing")));

        Assert.Equal(Stage.Draft, payment.Stage);
    }

    [Fact]
    public void Fire_Allowed_RecordsOneTransition()
    {
        var payment = new Payment { Evidence = 2 };

        Payment.Process.Fire(payment, Step.Release, Now, Actor.Job("clock"), "date reached");

        var transition = Assert.Single(payment.Transitions.Take());
        Assert.Equal(new Transition("payment", payment.Id, "Release", "Draft", "Released", Now, "job:clock", "date reached"), transition);
        Assert.Empty(payment.Transitions.Take());
    }

    [Fact]
    public void TriggersOf_Stage_ListsWhatTheStageKnowsEvenWhenUnmet() =>
        Assert.Equal([Step.Release], Payment.Process.TriggersOf(new Payment { Evidence = 0 }));

    [Fact]
    public void Diagram_ShowsEveryRowWithItsGuards()
    {
        var diagram = Payment.Process.Diagram();

        Assert.Contains("Draft --> Released : Release [EvidenceMissing] [DateAhead]", diagram, StringComparison.Ordinal);
        Assert.Contains("Released --> Paid : Pay", diagram, StringComparison.Ordinal);
    }

    private sealed class Payment : IProcessSubject
    {
        public static Process<Payment, Stage, Step> Process { get; } = new("payment", p => p.Stage, (p, s) => p.Stage = s, new Table<Payment, Stage, Step>()
            .In(Stage.Draft).On(Step.Release, Stage.Released)
                .Only("EvidenceMissing", (p, _) => p.Evidence < 2 ? [2 - p.Evidence] : null)
                .Only("DateAhead", (p, at) => DateOnly.FromDateTime(at.UtcDateTime) < p.NotBefore ? [p.NotBefore] : null)
            .In(Stage.Released).On(Step.Pay, Stage.Paid).On(Step.Return, Stage.Draft));

        public Guid Id { get; } = new("00000000-0000-7000-8000-000000000001");

        public Stage Stage { get; private set; }

        public int Evidence { get; init; }

        public DateOnly NotBefore { get; init; }

        public TransitionLog Transitions { get; } = new();
    }
}
