using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Domain.Workflow;

namespace ProcurementEval.Domain.Contracts;

/// <summary>A signed purchase (合同): its sum, dates, frozen plan, instalments and evaluations; the process that carries the whole life.</summary>
public sealed class Contract : IProcessSubject
{
    private readonly List<Instalment> instalments = [];
    private readonly List<Evaluation> evaluations = [];

    private Contract()
    {
    }

    public static Process<Contract, ContractStage, ContractTrigger> Process { get; } = new("contract", c => c.Stage, (c, s) => c.Stage = s, ContractTable.Rows);

    public Guid Id { get; private set; }

    public int Version { get; private set; }

    public string Number { get; private set; } = null!;

    public Guid ProjectId { get; private set; }

    public Guid TenderId { get; private set; }

    public Guid AgencyId { get; private set; }

    public Money Sum { get; private set; }

    /// <summary>First and last day of service, both included.</summary>
    public DateOnly Start { get; private set; }

    public DateOnly End { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public ContractStage Stage { get; private set; }

    /// <summary>The plan as it stood at drafting.</summary>
    public FrozenText Plan { get; private set; } = null!;

    /// <summary>The kind of the evaluation that ends the service; every other kind is a mid-term.</summary>
    public string FinalKind { get; private set; } = null!;

    public bool HasMidTerm { get; private set; }

    public IReadOnlyList<Instalment> Instalments => instalments;

    public IReadOnlyList<Evaluation> Evaluations => evaluations;

    /// <summary>Posts that stood vacant, as the agency reported or the purchaser found.</summary>
    public IReadOnlyList<VacantPost> Vacancies { get; private set; } = [];

    /// <summary>Where the service is delivered; empty where the contract is one place.</summary>
    public IReadOnlyList<ServiceSite> Sites { get; private set; } = [];

    /// <summary>The service indicators (服务指标) of every site and year, as they were agreed.</summary>
    public IReadOnlyList<ServiceTarget> Targets { get; private set; } = [];

    /// <summary>The name of a site by its code; null for the contract as a whole, and for an unknown one.</summary>
    public string? SiteName(string code) => Sites.FirstOrDefault(s => s.Code == code)?.Name;

    /// <summary>What the agency must pay back because a deduction exceeds the unpaid rest.</summary>
    public IReadOnlyList<RecoveryClaim> Recoveries => [.. instalments.SelectMany(i => i.Settlement?.Claims ?? [])];

    /// <summary>Where the money is; nothing is recovered before recovery payments are recorded.</summary>
    public ContractBalance Balance => ContractBalance.Of(Sum, [.. instalments.Select(i => new BalanceLine(i.Planned, i.Settlement, i.Stage == InstalmentStage.Paid))], Money.Zero);

    public Acceptance? Acceptance { get; private set; }

    /// <summary>The combined figure that moves money and renewal, two decimals; null before it is fixed.</summary>
    public decimal? ResultTotal { get; private set; }

    public string? ResultGrade { get; private set; }

    /// <summary>Which year of the award this contract is, from 1.</summary>
    public int Year { get; private set; }

    public TransitionLog Transitions { get; } = new();

    /// <summary>Drafts a contract and splits its sum into the plan's instalments, exact to the cent.</summary>
    /// <exception cref="RefusedException">The sum is not positive, or the dates are out of order or longer than the plan's term.</exception>
    public static Contract Draft(ContractTerms terms, Plan plan, FrozenText planText, Func<Guid> newId)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(newId);
        RefusedException.ThrowIf(!terms.Sum.IsPositive, "SumNotPositive", terms.Sum.Yuan);
        RefusedException.ThrowIf(terms.End <= terms.Start, "DatesOutOfOrder", terms.Start, terms.End);
        RefusedException.ThrowIf(terms.End >= terms.Start.AddMonths(plan.TermMonths), "TermTooLong", plan.TermMonths, terms.End);
        string[] priced = [.. plan.UnitPrices.Select(p => p.Target).Where(target => terms.Targets.All(t => t.Code != target))];
        RefusedException.ThrowIf(priced.Length > 0, "PricedTargetsMissing", string.Join(", ", priced));
        var contract = new Contract
        {
            Id = newId(),
            Number = terms.Number,
            ProjectId = terms.ProjectId,
            TenderId = terms.TenderId,
            AgencyId = terms.AgencyId,
            Sum = terms.Sum,
            Start = terms.Start,
            End = terms.End,
            Year = terms.Year,
            Sites = terms.Sites,
            Targets = terms.Targets,
            Plan = planText,
            FinalKind = plan.Evaluations[^1].Kind,
            HasMidTerm = plan.Evaluations.Count > 1,
        };
        var parts = Funding.Instalments.Split(terms.Sum, [.. plan.Instalments.Select(i => i.Share)]);
        contract.instalments.AddRange(plan.Instalments.Select((rule, i) => new Instalment(newId(), contract, i + 1, rule, parts[i])));
        return contract;
    }

    /// <summary>Brings in a contract that already runs, in the stage that it has reached, with what was paid and evaluated; from here on it lives as every other.</summary>
    /// <exception cref="RefusedException">What it brings contradicts itself, its plan or its stage.</exception>
    public static Contract Import(RunningContract running, ImportBasis basis, Func<Guid> newId, DateTimeOffset at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(basis);
        ImportCheck.Require(running, basis, Calendars.ChinaTime.DateOf(at));
        var contract = Draft(running.Terms, basis.Plan, basis.PlanText, newId);
        contract.SignedOn = running.SignedOn;
        contract.evaluations.AddRange(running.Evaluations.Select(e => Evaluation.Import(newId(), contract.Id, e, basis.Templates[e.Kind], basis.Plan.Evaluations.Single(r => r.Kind == e.Kind).Quorum, at, by)));
        foreach (var past in running.Instalments)
        {
            contract.instalments[past.Ordinal - 1].Import(past, at, by);
        }

        if (running.Stage == ContractStage.ResultFixed)
        {
            var result = AutomaticSteps.Combined(contract, basis.Plan);
            (contract.ResultTotal, contract.ResultGrade) = (result.Total, result.Grade);
        }

        Process.Enter(contract, running.Stage, at, by);
        return contract;
    }

    public bool HasReached(ContractStage stage) => Stage != ContractStage.Ended && Stage >= stage;

    public void Sign(DateOnly on, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, ContractTrigger.Sign, at, by);
        SignedOn = on;
    }

    public void StartDelivery(DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.StartDelivery, at, by);

    /// <summary>Plans an evaluation of one of the contract's subjects.</summary>
    public void Plans(Evaluation evaluation) => evaluations.Add(evaluation);

    /// <summary>Service records and vacancies are reported from the start of delivery until the acceptance, on which the money rests.</summary>
    public Answer CanReportDelivery() => HasReached(ContractStage.Delivering) && !HasReached(ContractStage.Accepted) ? Answer.InThisStage([]) : Answer.NotInThisStage;

    /// <summary>The last release that deducted for vacant posts; null before the first.</summary>
    internal DateOnly? VacanciesSettledOn => instalments.Where(i => i.Settlement is not null && i.Rule.Adjustments.OfType<Vacancy>().Any()).Max(i => i.ReleasedOn);

    /// <summary>Records a vacant post; both days lie within the contract, and no day of a post counts twice.</summary>
    public void ReportVacancy(VacantPost vacancy)
    {
        ArgumentNullException.ThrowIfNull(vacancy);
        RefusedException.ThrowIf(!CanReportDelivery().May, "NotInThisStage", Process.Name, nameof(ReportVacancy), Stage.ToString());
        RefusedException.ThrowIf(vacancy.From > vacancy.To || vacancy.From < Start || vacancy.To > End, "VacancyOutsideContract", vacancy.Post, vacancy.From, vacancy.To);
        RefusedException.ThrowIf(Vacancies.Any(v => v.IsOf(vacancy.Post) && v.From <= vacancy.To && vacancy.From <= v.To), "VacancyTwice", vacancy.Post);
        Vacancies = [.. Vacancies, vacancy with { Settled = VacanciesSettledOn }];
    }

    public void RecordMidTerm(DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.RecordMidTerm, at, by);

    public void PublishFinal(DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.PublishFinal, at, by);

    /// <summary>The objection period is over: the combined figure stands.</summary>
    public void FixResult(decimal total, string? grade, DateTimeOffset at, Actor by)
    {
        Process.Fire(this, ContractTrigger.FixResult, at, by);
        (ResultTotal, ResultGrade) = (total, grade);
    }

    /// <summary>An acceptance is prepared once, while the service is delivered or rated.</summary>
    public Answer CanPrepareAcceptance() => Acceptance is null ? CanReportDelivery() : Answer.NotInThisStage;

    public void PrepareAcceptance(Guid id)
    {
        RefusedException.ThrowIf(!CanPrepareAcceptance().May, "NotInThisStage", Process.Name, nameof(PrepareAcceptance), Stage.ToString());
        Acceptance = new Acceptance(id, this);
    }

    public void Accept(DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.Accept, at, by);

    public void Settle(DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.Settle, at, by);

    public void Close(DateTimeOffset at, Actor by, string? why = null) => Process.Fire(this, ContractTrigger.Close, at, by, why);

    public Answer CanRenew(RenewalRule rule, DateTimeOffset at)
    {
        var answer = Process.CanFire(this, ContractTrigger.Renew, at);
        return answer.InStage ? Answer.InThisStage([.. answer.Unmet, .. AgainstRenewal(rule)]) : answer;
    }

    /// <summary>The next year's contract may be signed without a new tender.</summary>
    public void Renew(RenewalRule rule, DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.Renew, at, by, why: null, AgainstRenewal(rule));

    public void Terminate(string why, DateTimeOffset at, Actor by) => Process.Fire(this, ContractTrigger.End, at, by, why, Unmet.If(string.IsNullOrWhiteSpace(why), "ReasonMissing"));

    private IEnumerable<Unmet> AgainstRenewal(RenewalRule rule) => new[]
    {
        Unmet.If(ResultGrade is null || !rule.Grades.Contains(ResultGrade), "GradeNotRenewable", ResultGrade ?? string.Empty),
        Unmet.If(Year > rule.Most, "RenewalsExhausted", rule.Most),
    }.OfType<Unmet>();
}

/// <summary>What a contract is drafted from: number, parties, sum in yuan, first and last day, and which year of the award it is (from 1).</summary>
public sealed record ContractTerms(string Number, Guid ProjectId, Guid TenderId, Guid AgencyId, Money Sum, DateOnly Start, DateOnly End, int Year)
{
    public IReadOnlyList<ServiceSite> Sites { get; init; } = [];

    public IReadOnlyList<ServiceTarget> Targets { get; init; } = [];
}
