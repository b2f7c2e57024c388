using ProcurementEval.Domain.Calendars;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Projects;

namespace ProcurementEval.Web.Templates.Cases;

/// <summary>Whether a case's dates lie in its calendar and follow one another as the law and the plan ask.</summary>
internal static class CaseDates
{
    /// <summary>Dates that the calendar does not know; nothing can be counted from them.</summary>
    public static IEnumerable<Fault> Covered(CaseContext context) => All(context.File)
        .Where(d => d.Date < context.Calendar.From || d.Date > context.Calendar.To)
        .Select(d => Fault.Block(d.Path, "CaseDateOutsideCalendar", d.Date, context.Calendar.Id, context.Calendar.From, context.Calendar.To));

    public static IEnumerable<Fault> Faults(CaseContext context) =>
    [
        .. Tender(context), .. Contract(context),
        .. context.File.Evaluations.SelectMany((e, i) => Evaluation(context, e, $"evaluations/{i}")),
        .. Life(context.File),
    ];

    private static IEnumerable<Fault> Tender(CaseContext context)
    {
        var (tender, contract) = (context.File.Tender, context.File.Contract);
        var (responseDays, signingDays) = (context.Limit(LegalNumber.ResponseDays), context.Limit(LegalNumber.SigningDays));
        if (tender.Deadline.DayNumber - tender.Published.DayNumber is var days && days < responseDays)
        {
            yield return Fault.Block("tender/deadline", "CaseResponseTooShort", responseDays, days);
        }

        foreach (var fault in InOrder(("tender/drafted", tender.Drafted ?? tender.Published), ("tender/published", tender.Published))
            .Concat(InOrder(("tender/deadline", tender.Deadline), ("tender/scored", tender.Scored), ("tender/awarded", tender.Awarded), ("contract/signed", contract.Signed)))
            .Concat(tender.Judged is { } judged ? InOrder(("tender/deadline", tender.Deadline), ("tender/judged", judged), ("tender/scored", tender.Scored)) : [])
            .Concat(tender.Bids.Index().Where(b => b.Item.Received < tender.Published || b.Item.Received > tender.Deadline)
                .Select(b => Fault.Block($"tender/bids/{b.Index}/received", "CaseDatesOutOfOrder", b.Item.Received < tender.Published ? tender.Published : tender.Deadline, b.Item.Received!))))
        {
            yield return fault;
        }

        if (contract.Signed.DayNumber - tender.Awarded.DayNumber is var waited && waited > signingDays)
        {
            yield return Fault.Warn("contract/signed", "CaseSignedLate", signingDays, waited);
        }
    }

    private static IEnumerable<Fault> Contract(CaseContext context)
    {
        var contract = context.File.Contract;
        foreach (var fault in InOrder(("contract/signed", contract.Signed), ("contract/start", contract.Start)))
        {
            yield return fault;
        }

        if (contract.End <= contract.Start)
        {
            yield return Fault.Block("contract/end", "CaseDatesOutOfOrder", contract.Start, contract.End);
        }
        else if (contract.End >= contract.Start.AddMonths(context.Plan.TermMonths))
        {
            yield return Fault.Block("contract/end", "CaseTermTooLong", context.Plan.TermMonths, contract.Start, contract.End);
        }
    }

    private static IEnumerable<Fault> Evaluation(CaseContext context, CaseEvaluation evaluation, string path)
    {
        foreach (var fault in InOrder(("contract/start", context.File.Contract.Start), ($"{path}/opened", evaluation.Opened), ($"{path}/signed", evaluation.Signed), ($"{path}/published", evaluation.Published)))
        {
            yield return fault;
        }

        var until = Deadline.Of(evaluation.Published, context.Plan.Objection.Window, context.Calendar);
        if (evaluation.Fixed <= until)
        {
            yield return Fault.Block($"{path}/fixed", "CaseObjectionWindowRunning", evaluation.Fixed, until);
        }

        for (var i = 0; i < evaluation.Objections.Count; i++)
        {
            var (objection, at) = (evaluation.Objections[i], $"{path}/objections/{i}");
            if (objection.Filed > until)
            {
                yield return Fault.Block($"{at}/filed", "CaseObjectionTooLate", objection.Filed, until);
            }

            foreach (var fault in InOrder(($"{path}/published", evaluation.Published), ($"{at}/filed", objection.Filed), ($"{at}/answered", objection.Answered), ($"{path}/fixed", evaluation.Fixed)))
            {
                yield return fault;
            }

            if (Deadline.Of(objection.Filed, context.Plan.Objection.Answer, context.Calendar) is var answerBy && objection.Answered > answerBy)
            {
                yield return Fault.Warn($"{at}/answered", "CaseAnswerLate", objection.Answered, answerBy);
            }
        }

        for (var i = 0; i < evaluation.Findings.Count; i++)
        {
            var (finding, at) = (evaluation.Findings[i], $"{path}/findings/{i}");
            foreach (var fault in InOrder(($"{path}/published", evaluation.Published), ($"{at}/replied", finding.Replied), ($"{at}/verified", finding.Verified), ("ends", context.File.Ends)))
            {
                yield return fault;
            }

            if (finding.Replied > finding.Due)
            {
                yield return Fault.Warn($"{at}/replied", "CaseReplyLate", finding.Replied, finding.Due);
            }
        }
    }

    // What must be over before the next may begin.
    private static IEnumerable<Fault> Life(CaseFile file)
    {
        var evaluations = file.Evaluations;
        for (var i = 1; i < evaluations.Count; i++)
        {
            foreach (var fault in InOrder(($"evaluations/{i - 1}/fixed", evaluations[i - 1].Fixed), ($"evaluations/{i}/published", evaluations[i].Published)))
            {
                yield return fault;
            }
        }

        if (evaluations.Count > 0 && evaluations[^1].Fixed > file.Contract.End)
        {
            yield return Fault.Warn($"evaluations/{evaluations.Count - 1}/fixed", "CaseResultAfterEnd", evaluations[^1].Fixed, file.Contract.End);
        }

        (string, DateOnly)[] closing =
        [
            .. evaluations.TakeLast(1).Select(e => ($"evaluations/{evaluations.Count - 1}/fixed", e.Fixed)),
            ("acceptance/confirmed", file.Acceptance.Confirmed), ("acceptance/published", file.Acceptance.Published), ("ends", file.Ends),
        ];
        (string, DateOnly)[] inviting = [("contract/signed", file.Contract.Signed), ("acceptance/invited", file.Acceptance.Invited), ("acceptance/confirmed", file.Acceptance.Confirmed)];
        foreach (var fault in InOrder(closing).Concat(InOrder(inviting)))
        {
            yield return fault;
        }
    }

    internal static IEnumerable<Fault> InOrder(params (string Path, DateOnly Date)[] dates) => dates.Zip(dates.Skip(1))
        .Where(pair => pair.Second.Date < pair.First.Date)
        .Select(pair => Fault.Block(pair.Second.Path, "CaseDatesOutOfOrder", pair.First.Date, pair.Second.Date));

    private static IEnumerable<(string Path, DateOnly Date)> All(CaseFile file) =>
    [
        ("tender/drafted", file.Tender.Drafted ?? file.Tender.Published), ("tender/published", file.Tender.Published), ("tender/deadline", file.Tender.Deadline), ("tender/scored", file.Tender.Scored), ("tender/awarded", file.Tender.Awarded),
        ("contract/signed", file.Contract.Signed), ("contract/start", file.Contract.Start), ("contract/end", file.Contract.End),
        .. file.Evaluations.SelectMany((e, i) => OfEvaluation(e, $"evaluations/{i}")),
        ("acceptance/invited", file.Acceptance.Invited), ("acceptance/confirmed", file.Acceptance.Confirmed), ("acceptance/published", file.Acceptance.Published),
        .. file.Instalments.SelectMany((s, i) => OfInstalment(s, $"instalments/{i}")),
        ("ends", file.Ends),
    ];

    private static IEnumerable<(string Path, DateOnly Date)> OfEvaluation(CaseEvaluation e, string path) =>
    [
        ($"{path}/opened", e.Opened), ($"{path}/signed", e.Signed), ($"{path}/published", e.Published), ($"{path}/fixed", e.Fixed),
        .. e.Findings.SelectMany((f, i) => new[] { ($"{path}/findings/{i}/due", f.Due), ($"{path}/findings/{i}/replied", f.Replied), ($"{path}/findings/{i}/verified", f.Verified) }),
        .. e.Objections.SelectMany((o, i) => new[] { ($"{path}/objections/{i}/filed", o.Filed), ($"{path}/objections/{i}/answered", o.Answered) }),
    ];

    private static IEnumerable<(string Path, DateOnly Date)> OfInstalment(CaseInstalment s, string path) =>
        [($"{path}/released", s.Released), ($"{path}/claimed", s.Claimed), ($"{path}/confirmed", s.Confirmed), ($"{path}/approved", s.Approved), ($"{path}/paid", s.Paid)];
}
