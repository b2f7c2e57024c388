using System.CommandLine;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Commands;

/// <summary>score TEMPLATE INPUT: scores one input on one template, without a database, and prints the result with the working of every figure as JSON.</summary>
internal static class ScoreCommand
{
    private static readonly ResourceManager Texts = new(typeof(ScoreCommand));
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static Command Create()
    {
        var template = new Argument<string>("TEMPLATE.yaml") { Description = Text("Template") };
        var input = new Argument<string>("INPUT.yaml") { Description = Text("Input") };
        var command = new Command("score", Text("Score")) { template, input };
        command.SetAction(async (parsed, cancel) =>
        {
            var json = Score(parsed.GetRequiredValue(template), parsed.GetRequiredValue(input));
            await parsed.InvocationConfiguration.Output.WriteLineAsync(json.AsMemory(), cancel);
            return CommandLine.Done;
        });
        return command;
    }

    private static string Score(string templatePath, string inputPath)
    {
        var file = YamlFile.Read(templatePath);
        FileCheck.Require(file, Catalogue.Around(templatePath), "template");
        var template = Catalogue.Parse<Template>(file);
        var result = Scorer.Score(template.Value, ScoreInputFile.Read(inputPath, template));
        var json = new JsonObject
        {
            ["template"] = new JsonObject { ["id"] = template.Value.Id, ["version"] = template.Value.Version, ["sha256"] = template.File.Sha256 },
            ["scale"] = Published(template.Value.Scale),
            ["total"] = Published(result.Total),
            ["grade"] = result.Grade,
            ["vetoes"] = new JsonArray([.. result.Vetoes.Select(v => JsonValue.Create(v))]),
            ["working"] = Working(result.Working),
            ["indicators"] = new JsonArray([.. result.Nodes.Select(Node)]),
            ["bonuses"] = new JsonArray([.. result.Bonuses.Select(Node)]),
        };
        return json.ToJsonString(Indented);
    }

    private static JsonObject Node(NodeScore node)
    {
        var json = new JsonObject { ["code"] = node.Code, ["title"] = node.Title, ["maximum"] = Published(node.Max), ["score"] = Published(node.Score) };
        if (node.Marked is { } marked)
        {
            json["marked"] = Published(marked);
        }

        json["working"] = Working(node.Working);
        if (node.Items.Count > 0)
        {
            json["items"] = new JsonArray([.. node.Items.Select(Node)]);
        }

        return json;
    }

    private static JsonArray Working(IReadOnlyList<Step> steps) =>
        new([.. steps.Select(s => new JsonObject { ["code"] = s.Code, ["calculation"] = s.Calculation, ["value"] = Exact(s.Value) })]);

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture)!;

    private static string Published(decimal figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    // A step before publication may have more decimals; cut to two it could not be followed to the published figure.
    private static string Exact(decimal figure) => figure.ToString("0.00####", CultureInfo.InvariantCulture);
}
