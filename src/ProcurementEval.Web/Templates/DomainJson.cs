using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>How the Domain's records read and write as JSON: camelCase keys, kebab-case words, a discriminator "kind", sums and shares as plain numbers.</summary>
public static class DomainJson
{
    private static readonly Dictionary<Type, (Type Type, string Kind)[]> Families = new()
    {
        [typeof(Rule)] =
        [
            (typeof(LevelRule), "level"), (typeof(SumRule), "sum"), (typeof(MetRule), "met"), (typeof(EachRule), "each"), (typeof(RatioRule), "ratio"),
            (typeof(InverseRatioRule), "inverse-ratio"), (typeof(StepRule), "step"), (typeof(LookupRule), "lookup"), (typeof(DeductRule), "deduct"), (typeof(BonusRule), "bonus"),
            (typeof(LowestPriceRule), "lowest-price"), (typeof(HoursRule), "hours"), (typeof(RankRule), "rank"), (typeof(SurveyRule), "survey"), (typeof(JudgementRule), "judgement"),
        ],
        [typeof(ReleaseCondition)] = [(typeof(DateReached), "date"), (typeof(StageReached), "stage"), (typeof(AcceptancePublished), "acceptance"), (typeof(EvaluationFinal), "evaluation")],
        [typeof(Adjustment)] = [(typeof(ScoreFormula), "score-formula"), (typeof(GradePayment), "grade-payment"), (typeof(AcceptedUnits), "accepted-units"), (typeof(Vacancy), "vacancy")],
        [typeof(Fact)] =
        [
            (typeof(NumberFact), "number"), (typeof(RatioFact), "ratio"), (typeof(FlagFact), "flag"), (typeof(CategoryFact), "category"), (typeof(LikertFact), "likert"),
            (typeof(ValidShareFact), "valid-share"), (typeof(DeductFact), "deduct"), (typeof(ComparedFact), "compared"),
        ],
    };

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new MoneyConverter(), new ShareConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddKinds } },
    };

    /// <summary>The words that may stand under "kind" for a family of records.</summary>
    public static IEnumerable<string> KindsOf<T>() => Families[typeof(T)].Select(f => f.Kind);

    private static void AddKinds(JsonTypeInfo info)
    {
        if (!Families.TryGetValue(info.Type, out var family))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var (type, kind) in family)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, kind));
        }
    }

    private sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal() is var yuan && Published.IsPublished(yuan) ? Money.FromYuan(yuan) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Yuan);
    }

    // In files and frozen rules a share is a percentage, as documents print it.
    private sealed class ShareConverter : JsonConverter<Share>
    {
        public override Share Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDecimal() is >= 0 and <= 100 and var percent && Math.Round(percent, Share.Decimals - 2) == percent ? Share.FromPercent(percent) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Share value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Percent / 1.0000m);
    }
}
