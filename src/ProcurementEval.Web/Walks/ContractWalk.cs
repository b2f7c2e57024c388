using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Web.Walks;

/// <summary>The contract's own steps: delivery month by month, the result, acceptance, instalments, closing or renewal.</summary>
internal sealed class ContractWalk(WalkState walk, CaseRecords records, IReadOnlyList<EvaluationWalk> evaluations)
{
    private CombinedResult? result;

    /// <summary>The combined figure of all evaluations, once it is fixed.</summary>
    public CombinedResult Result => result!;

    private Contract Contract => walk.Contract;

    private Actor Agency => Actor.Person(walk.Winner.Code);

    public void Put(Agenda agenda)
    {
        var contract = walk.File.Contract;
        agenda.On(contract.Start, new("DeliveryStarted"), () => DoAsync(WalkState.Clock, at => Contract.StartDelivery(at, WalkState.Clock)));
        foreach (var month in records.All.GroupBy(r => (r.Date.Year, r.Date.Month)))
        {
            agenda.On(month.Max(r => r.Date), null, () => ReportAsync([.. month.OrderBy(r => r.Date)]));
        }

        foreach (var vacancy in walk.File.Vacancies)
        {
            agenda.On(vacancy.From, null, () => DoAsync(Agency, _ => Contract.ReportVacancy(new VacantPost(vacancy.Post, vacancy.From, vacancy.To))));
        }
    }

    /// <summary>What follows an evaluation: to be put on the agenda right after it.</summary>
    public void PutAfter(EvaluationWalk evaluation, Agenda agenda)
    {
        if (evaluation == evaluations[^1])
        {
            agenda.On(evaluation.Case.Published, null, () => DoAsync(walk.Purchaser, at => Contract.PublishFinal(at, walk.Purchaser)));
            agenda.On(evaluation.Case.Fixed, new("ResultFixed"), FixResultAsync);
        }
        else if (evaluation == evaluations[^2])
        {
            agenda.On(evaluation.Case.Fixed, null, () => DoAsync(WalkState.Clock, at => Contract.RecordMidTerm(at, WalkState.Clock)));
        }
    }

    public void PutAcceptance(Agenda agenda)
    {
        var accepted = walk.File.Acceptance;
        agenda.On(accepted.Invited, null, () => DoAsync(walk.Purchaser, at =>
        {
            Contract.PrepareAcceptance(walk.Ids.NewId());
            walk.Db.Add(Contract.Acceptance!);
            Contract.Acceptance!.InviteUsers(accepted.UsersInvited, at, walk.Purchaser);
        }));
        agenda.On(accepted.Confirmed, null, () => DoAsync(walk.Purchaser, at => Contract.Acceptance!.Confirm(accepted.Statement, at, walk.Purchaser)));
        agenda.On(accepted.Published, new("Accepted"), () => DoAsync(walk.Purchaser, at =>
        {
            Contract.Acceptance!.Publish(at, walk.Purchaser);
            Contract.Accept(walk.Time.Tick(), walk.Purchaser);
        }));
    }

    public void PutInstalments(Agenda agenda)
    {
        foreach (var (index, dates) in walk.File.Instalments.Index())
        {
            agenda.On(dates.Released, new("InstalmentReleased", index + 1), () => ReleaseAsync(index));
            agenda.On(dates.Claimed, null, () => ClaimAsync(index, dates));
            agenda.On(dates.Confirmed, null, () => IfToPayAsync(index, walk.Purchaser, (i, at) => i.Confirm(at, walk.Purchaser)));
            agenda.On(dates.Approved, null, () => IfToPayAsync(index, walk.Finance, (i, at) => i.Approve(at, walk.Finance)));
            agenda.On(dates.Paid, new("InstalmentSettled", index + 1), () => IfToPayAsync(index, walk.Finance, (i, at) => i.Pay(at, walk.Finance)));
        }
    }

    public void PutEnd(Agenda agenda) => agenda.On(walk.File.Ends, new("Ended"), async () =>
    {
        await DoAsync(walk.Purchaser, at => Contract.Settle(at, walk.Purchaser));
        var renewable = walk.Plan.Renewal.Grades.Contains(Contract.ResultGrade ?? string.Empty) && Contract.Year <= walk.Plan.Renewal.Most;
        await DoAsync(walk.Purchaser, at =>
        {
            if (renewable)
            {
                Contract.Renew(walk.Plan.Renewal, at, walk.Purchaser);
            }
            else
            {
                Contract.Close(at, walk.Purchaser);
            }
        });
    });

    private Task ReportAsync(IReadOnlyList<DeliveredService> month) => DoAsync(Agency, _ =>
        walk.Db.AddRange(month.Select(service => new ServiceRecord(walk.Ids.NewId(), Contract.Id, service))));

    private async Task FixResultAsync()
    {
        result = AutomaticSteps.FixResult(Contract, walk.Plan, walk.Time.Tick(), WalkState.Clock);
        await walk.SaveAsync(WalkState.Clock);
    }

    private async Task ReleaseAsync(int index)
    {
        AutomaticSteps.Release(Contract.Instalments[index], walk.Plan, records.All, walk.Time.Tick, WalkState.Clock);
        await walk.SaveAsync(WalkState.Clock);
    }

    private Task ClaimAsync(int index, CaseInstalment dates) => IfToPayAsync(index, Agency, (instalment, at) => instalment.Claim(
        new Invoice(dates.Invoice, instalment.Payable, dates.Claimed),
        new Term(walk.Case.Limits.Whole(dates.Claimed, LegalNumber.PaymentDays), Counting.CalendarShift),
        walk.Case.Calendar,
        at,
        Agency));

    private Task IfToPayAsync(int index, Actor by, Action<Instalment, DateTimeOffset> verb) => Contract.Instalments[index] is { Stage: not InstalmentStage.Waived } instalment
        ? DoAsync(by, at => verb(instalment, at))
        : Task.CompletedTask;

    private async Task DoAsync(Actor by, Action<DateTimeOffset> verb)
    {
        verb(walk.Time.Tick());
        await walk.SaveAsync(by);
    }
}
