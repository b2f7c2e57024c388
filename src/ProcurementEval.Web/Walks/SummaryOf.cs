using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Tenders;
using ProcurementEval.Domain.Workflow;
using ProcurementEval.Web.Data.Audit;
using ProcurementEval.Web.Data.Configuration;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Walks;

/// <summary>Writes what a walk came to as summary.json.</summary>
internal static class SummaryOf
{
    private static readonly JsonSerializerOptions Indented = new(DomainJson.Options) { WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    public static byte[] Json(Summary summary) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(summary, Indented) + "\n");

    public static async Task<Summary> WalkAsync(Walk walk, IReadOnlyList<SummaryFile> files)
    {
        var (state, contract) = (walk.State, walk.State.Contract);
        return new Summary(state.File.Id, new SummaryContract(contract.Number, Summary.Figure(contract.Sum), contract.Start, contract.End, Word(contract.Stage)), Tender(state))
        {
            Instalments = [.. contract.Instalments.Select(Instalment)],
            Recoveries = [.. contract.Recoveries.Select(r => new SummaryRecovery(r.Reason, Summary.Figure(r.Amount)))],
            Evaluations = [.. walk.Evaluations.SelectMany(e => e.Subjects.Select(s => Evaluation(state, s)))],
            Result = new SummaryResult(contract.ResultTotal is { } total ? Summary.Figure(total) : null, contract.ResultGrade),
            History = [.. (await HistoryAsync(state)).OrderBy(t => t.At).Select(t => new SummaryStep(t.Process, t.SubjectId, Word(t.Trigger), Word(t.From), Word(t.To), t.At, t.By))],
            Files = files,
        };
    }

    // A named database may hold other walks.
    private static Task<Transition[]> HistoryAsync(WalkState state)
    {
        string[] chains = [Chains.OfProject(state.Project.Id), Chains.OfContract(state.Contract.Id)];
        return state.Db.Transitions.AsNoTracking().Where(t => chains.Contains(EF.Property<string>(t, HistoryMapping.ChainId))).ToArrayAsync();
    }

    private static SummaryTender Tender(WalkState state) => new(Word(state.Tender.Method), state.Winner.Code, [.. state.Tender.StandingBids.Select(b => Bid(b, state.Ranking))]);

    private static SummaryBid Bid(Bid bid, IReadOnlyList<RankedBid> ranking)
    {
        var score = ranking.FirstOrDefault(r => r.Id == bid.Id)?.Score;
        IEnumerable<NodeScore> factors = score?.AllNodes().Where(n => n.Items.Count == 0) ?? [];
        return new SummaryBid(bid.Content!.Supplier, Summary.Figure(bid.Content.Quote), bid.IsConforming, bid.Total is { } total ? Summary.Figure(total) : null, bid.Rank,
            [.. factors.Select(f => new SummaryFactor(f.Code, Summary.Figure(f.Marked ?? f.Score), Summary.Figure(f.Score)))]);
    }

    private static SummaryInstalment Instalment(Instalment i) => new(
        i.Rule.Name, Summary.Figure(i.Rule.Share.Percent), Summary.Figure(i.Planned), Summary.Figure(i.Deducted), Summary.Figure(i.Paid), i.DueOn, i.PaidOn, Word(i.Stage));

    private static SummaryEvaluation Evaluation(WalkState state, WalkedSubject walked)
    {
        var evaluation = walked.Evaluation;
        var scale = state.Case.Templates[(evaluation.Template.Id, evaluation.Template.Version)].Value.Scale;
        return new SummaryEvaluation(evaluation.Kind, evaluation.Subject, evaluation.Template.Id, evaluation.Template.Version, evaluation.Template.Sha256, Summary.Figure(scale),
            Summary.Figure(evaluation.Total!.Value), evaluation.Grade, evaluation.Vetoes);
    }

    // The words of files: kebab case, whatever the language of a page.
    private static string Word(object value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);
}
