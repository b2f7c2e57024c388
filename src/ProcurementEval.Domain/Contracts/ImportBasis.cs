using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Domain.Contracts;

/// <summary>What a running contract is brought in on: its plan and, by kind of evaluation, the templates, each with the text that is kept.</summary>
public sealed record ImportBasis(Plan Plan, FrozenText PlanText, IReadOnlyDictionary<string, ImportTemplate> Templates);

/// <summary>A template and its text.</summary>
public sealed record ImportTemplate(Template Template, FrozenText Text);
