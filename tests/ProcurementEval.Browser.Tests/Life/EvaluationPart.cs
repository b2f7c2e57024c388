using ProcurementEval.Browser.Tests.Site;
using ProcurementEval.Domain.Evaluations;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Web.Templates.Cases;
using ProcurementEval.Web.Walks;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Browser.Tests.Life;

/// <summary>One evaluation of the plan with all its subjects, by the pages.</summary>
internal sealed class EvaluationPart(WalkCase walked, CaseEvaluation rated, EvaluationRule rule, People people)
{
    private readonly CaseRecords records = new(walked.File, walked.Calendar);
    private readonly Dictionary<string, string> evaluations = [];

    private string Leader => walked.File.Project.EvaluationBody.Code;

    /// <summary>Organised by the evaluation body; every assessor says that nothing keeps him away; facts set; sheets filled, counts disputed.</summary>
    public async Task OpenAsync(string contract)
    {
        var page = await people.AtAsync(Leader, contract);
        await page.FollowAsync("/evaluations");
        if (await page.Locator("[name=Kind]").First.InputValueAsync() != rated.Kind)
        {
            await page.Locator("#kind").ChooseAsync(rated.Kind);
            await page.Locator("main form[method=get] button").GoAsync();
        }

        await TenderPart.NameAsync(page, "assessor", rated.Assessors);
        await page.SendAsync();
        foreach (var subject in rated.Subjects)
        {
            evaluations[subject.Code] = (await page.GetAttributeAsync($"#results tr[data-kind='{rated.Kind}'][data-subject='{subject.Code}'] a", "href"))!;
        }

        foreach (var subject in rated.Subjects)
        {
            await SetFactsAsync(subject, Of(subject).FirstFacts());
            foreach (var assessor in Of(subject).Assessors)
            {
                await FillAsync(subject, assessor);
            }
        }
    }

    /// <summary>What was disputed is put right; everybody signs; each subject is consolidated.</summary>
    public async Task SignAsync()
    {
        foreach (var subject in rated.Subjects)
        {
            if (subject.Disputes.Count > 0)
            {
                await SetFactsAsync(subject, Of(subject).Facts);
            }

            foreach (var assessor in rated.Assessors)
            {
                var sheet = await people.AtAsync(assessor.Id, evaluations[subject.Code]);
                await sheet.Locator("main a[href^='/sheets/']").GoAsync();
                await sheet.SignSheetAsync();
            }

            await LeadAsync(subject.Code, "/consolidate");
        }
    }

    public async Task PublishAsync()
    {
        foreach (var subject in rated.Subjects)
        {
            await LeadAsync(subject.Code, "/publish");
        }

        foreach (var finding in rated.Findings)
        {
            var page = await people.AtAsync(Leader, evaluations[finding.Subject]);
            await page.FollowAsync("/findings");
            await page.FillAsync(("Indicator", finding.Indicator), ("Text", finding.Text), ("DueOn", finding.Due.Typed()));
            await page.SendAsync();
        }
    }

    /// <summary>The agency objects to the first subject's result, and the purchaser dismisses it.</summary>
    public async Task ObjectAsync(string agency, string purchaser)
    {
        var page = await people.AtAsync(agency, evaluations[rated.Subjects[0].Code]);
        await page.FollowAsync("/objection");
        await page.FillAsync(("Reason", "回访人数应按实有档案计算，请复核。"));
        await page.SendAsync();
        page = await people.AtAsync(purchaser, evaluations[rated.Subjects[0].Code]);
        await page.FollowAsync("/answer");
        await page.Locator("[name=Decision][value=dismiss]").PickAsync();
        await page.FillAsync(("Words", "已按档案复核，人数无误，维持原分。"));
        await page.SendAsync();
    }

    public async Task ReplyAsync(CaseFinding finding, string agency)
    {
        var page = await people.AtAsync(agency, evaluations[finding.Subject]);
        await page.FollowAsync("/reply", Article(finding));
        await page.FillAsync(("Words", finding.Reply));
        await page.SendAsync();
    }

    public async Task VerifyAsync(CaseFinding finding)
    {
        var page = await people.AtAsync(Leader, evaluations[finding.Subject]);
        await page.FollowAsync("/verify", Article(finding));
        await page.Locator("[name=Decision][value=verify]").PickAsync();
        await page.SendAsync();
    }

    private static string Article(CaseFinding finding) => $"main article:has-text('{finding.Text}')";

    private SubjectInput Of(CaseSubject subject) => new(walked, rated, subject, rule, records);

    private async Task LeadAsync(string subject, string step)
    {
        var page = await people.AtAsync(Leader, evaluations[subject]);
        await page.FollowAsync(step);
        await page.SendAsync();
    }

    private async Task SetFactsAsync(CaseSubject subject, IReadOnlyDictionary<string, Fact> facts)
    {
        var page = await people.AtAsync(Leader, evaluations[subject.Code]);
        await page.FollowAsync("/facts");
        await page.FillFactsAsync(new FactForm(walked.TemplateOf(rule.Template), facts));
        await page.SendAsync();
    }

    private async Task FillAsync(CaseSubject subject, Assessor assessor)
    {
        var page = await people.AtAsync(assessor.Id, evaluations[subject.Code]);
        await page.FollowAsync("/recusal");
        await page.Locator("[name=Ground][value=None]").PickAsync();
        await page.SendAsync();
        await page.GotoAsync(evaluations[subject.Code]);
        await page.Locator("main a[href^='/sheets/']").GoAsync();
        var sheet = new Uri(page.Url).AbsolutePath;
        await page.FillSheetAsync(assessor.Judgements);
        foreach (var dispute in subject.Disputes.Where(d => d.Assessor == assessor.Id))
        {
            await page.GotoAsync($"{sheet}/sign");
            await page.FollowAsync("/dispute");
            await page.FillAsync(("Item", dispute.Item), ("OwnCount", dispute.OwnCount.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            await page.SendAsync();
        }
    }
}
