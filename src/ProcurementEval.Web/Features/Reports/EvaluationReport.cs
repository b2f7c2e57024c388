using System.Globalization;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Web.Features.Reports;

/// <summary>The evaluation report (评估报告): the result at a glance, every subject's scores with their working, who signed, objections, findings, and what it all rests on.</summary>
public static class EvaluationReport
{
    public static Document Of(EvaluationReportInput input, CultureInfo? culture = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = new ReportText(culture);
        var names = new SectionNames();
        var overview = new Section(names.Next(text["Overview"]), new EvaluationOverview(text, input).Blocks());
        var frozen = input.Subjects[0].Evaluation.Template;
        return new Document(text.Format("EvaluationReport", input.Project.Title, text.NameOr("Kind", input.Rule.Kind)))
        {
            Sections =
            [
                overview,
                .. input.Subjects.Select((s, i) => new Section(names.Next(s.Name), new SubjectSection(text, input, s, SubjectSection.TableOf(i)).Blocks()) { NewPage = input.Subjects.Count > 1 }),
                new Section(names.Next(text["Proceedings"]), new EvaluationProceedings(text, input).Blocks()),
            ],
            Footer = Provenance.Footer(text, input.Contract.Number, frozen),
            PageOf = text["PageOf"],
            CreatedAt = input.CreatedAt,
        };
    }
}
