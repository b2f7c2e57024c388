using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Security;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Features.Contracts;

/// <summary>A step that the page offers: its name, whether it may be taken and if not why, and the page that takes it.</summary>
public sealed record Offer(string Text, Answer Answer, string Href)
{
    /// <summary>It leads the contract on; others stand beside.</summary>
    public bool LeadsOn { get; init; } = true;
}

/// <summary>The steps that a reader's kind of account takes on a contract; whose turn it is says the table of permissions, whether it may be taken the process.</summary>
internal sealed class Offers(Reader reader, bool leads, DateTimeOffset now)
{
    private static readonly Answer Open = Answer.InThisStage([]);

    public IReadOnlyList<Offer> Of(Contract contract)
    {
        var running = contract.HasReached(ContractStage.Delivering) && !contract.HasReached(ContractStage.Accepted);
        return Known(
            Role(Permission.SignContract, nameof(ContractTrigger.Sign), Can(contract, ContractTrigger.Sign), $"/tenders/{contract.TenderId}/contract"),
            Beside(Permission.ReportService, "Service", When(running), $"/contracts/{contract.Id}/service"),
            Beside(Permission.ReportVacancy, "Vacancy", When(running), $"/contracts/{contract.Id}/vacancy"),
            Beside(Permission.UploadEvidence, "Evidence", When(running), $"/contracts/{contract.Id}/evidence"),
            leads ? Role(Permission.OrganiseEvaluation, "Evaluations", When(running), $"/contracts/{contract.Id}/evaluations") : null,
            Role(Permission.PublishFinal, nameof(ContractTrigger.PublishFinal), Can(contract, ContractTrigger.PublishFinal), $"/contracts/{contract.Id}/publish-final"),
            Role(Permission.AcceptService, nameof(ContractTrigger.Accept), When(running), $"/contracts/{contract.Id}/acceptance"),
            Role(Permission.EndContract, nameof(ContractTrigger.Settle), Can(contract, ContractTrigger.Settle), $"/contracts/{contract.Id}/end"),
            Role(Permission.EndContract, "CloseOrRenew", Can(contract, ContractTrigger.Close), $"/contracts/{contract.Id}/end"),
            Beside(Permission.EndContract, nameof(ContractTrigger.End), Can(contract, ContractTrigger.End), $"/contracts/{contract.Id}/end"));
    }

    public IReadOnlyList<Offer> Of(Instalment instalment) => Known(
        Role(Permission.ClaimInstalment, nameof(InstalmentTrigger.Claim), Can(instalment, InstalmentTrigger.Claim), $"/instalments/{instalment.Id}/claim"),
        Role(Permission.ConfirmInstalment, nameof(InstalmentTrigger.Confirm), Can(instalment, InstalmentTrigger.Confirm), $"/instalments/{instalment.Id}/confirm"),
        Role(Permission.ApproveInstalment, nameof(InstalmentTrigger.Approve), Can(instalment, InstalmentTrigger.Approve), $"/instalments/{instalment.Id}/approve"),
        Role(Permission.PayInstalment, nameof(InstalmentTrigger.Pay), Can(instalment, InstalmentTrigger.Pay), $"/instalments/{instalment.Id}/pay"),
        Returns(instalment) ? Beside(Permission.ReturnInstalment, nameof(InstalmentTrigger.Return), Can(instalment, InstalmentTrigger.Return), $"/instalments/{instalment.Id}/return") : null);

    public IReadOnlyList<Offer> Of(Evaluation evaluation) => Known(
        leads ? Role(Permission.OrganiseEvaluation, "OpenEvaluation", Can(evaluation, EvaluationTrigger.Open), $"/contracts/{evaluation.ContractId}/evaluations") : null,
        leads ? Role(Permission.OrganiseEvaluation, "Facts", When(evaluation.Stage == EvaluationStage.Open), $"/evaluations/{evaluation.Id}/facts") : null,
        leads ? Role(Permission.OrganiseEvaluation, nameof(EvaluationTrigger.Consolidate), Can(evaluation, EvaluationTrigger.Consolidate), $"/evaluations/{evaluation.Id}/consolidate") : null,
        leads ? Role(Permission.OrganiseEvaluation, nameof(EvaluationTrigger.Publish), Can(evaluation, EvaluationTrigger.Publish), $"/evaluations/{evaluation.Id}/publish") : null,
        leads ? Role(Permission.OrganiseEvaluation, nameof(EvaluationTrigger.Reopen), When(evaluation is { Stage: EvaluationStage.Published, ObjectionUpheld: true }), $"/evaluations/{evaluation.Id}/reopen") : null,
        leads ? Beside(Permission.RaiseFinding, "Findings", When(evaluation.Stage is EvaluationStage.Consolidated or EvaluationStage.Published), $"/evaluations/{evaluation.Id}/findings") : null,
        Role(Permission.FileObjection, "Object", When(evaluation.Stage == EvaluationStage.Published && Domain.Calendars.ChinaTime.DateOf(now) <= evaluation.ObjectionsUntil), $"/evaluations/{evaluation.Id}/objection"));

    public IReadOnlyList<Offer> Of(Finding finding) => Known(
        Role(Permission.ReplyToFinding, nameof(FindingTrigger.Reply), Finding.Process.CanFire(finding, FindingTrigger.Reply, now), $"/findings/{finding.Id}/reply"),
        leads ? Role(Permission.VerifyFinding, nameof(FindingTrigger.Verify), Finding.Process.CanFire(finding, FindingTrigger.Verify, now), $"/findings/{finding.Id}/verify") : null);

    public IReadOnlyList<Offer> Of(Objection objection) => Known(
        Role(Permission.AnswerObjection, "Answer", When(objection.Stage == ObjectionStage.Filed), $"/objections/{objection.Id}/answer"),
        Role(Permission.FileObjection, nameof(ObjectionTrigger.Withdraw), When(objection.Stage == ObjectionStage.Filed), $"/objections/{objection.Id}/withdraw"));

    // The purchaser sends a claim back before he confirms it, finance afterwards.
    private bool Returns(Instalment instalment) => reader.Role == Security.Role.Purchaser ? instalment.Stage == InstalmentStage.Claimed : instalment.Stage is InstalmentStage.Confirmed or InstalmentStage.Approved;

    private Offer? Role(Permission permission, string key, Answer answer, string href) => answer.InStage && reader.Role.Allows(permission) ? new Offer(SiteText.Of($"Offer.{key}"), answer, href) : null;

    private Offer? Beside(Permission permission, string key, Answer answer, string href) => Role(permission, key, answer, href) is { } offer ? offer with { LeadsOn = false } : null;

    private Answer Can(Contract contract, ContractTrigger trigger) => Contract.Process.CanFire(contract, trigger, now);

    private Answer Can(Instalment instalment, InstalmentTrigger trigger) => Instalment.Process.CanFire(instalment, trigger, now);

    private Answer Can(Evaluation evaluation, EvaluationTrigger trigger) => Evaluation.Process.CanFire(evaluation, trigger, now);

    private static Answer When(bool offered) => offered ? Open : Answer.NotInThisStage;

    private static IReadOnlyList<Offer> Known(params Offer?[] offers) => [.. offers.OfType<Offer>()];
}
