using System.Globalization;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Scoring;

namespace ProcurementEval.Domain.Funding;

/// <summary>What one adjustment takes, wherever the money then comes from: zero or more, rounded once to the cent.</summary>
internal sealed record Loss(string Reason, Money Amount, IReadOnlyList<Step> Working)
{
    public const string ByScore = "score-formula";
    public const string ByGrade = "grade-payment";
    public const string ByUnits = "accepted-units";
    public const string ByVacancy = "vacancy";

    public static Loss Of(Adjustment adjustment, SettlementBasis basis) => adjustment switch
    {
        ScoreFormula formula => OfScore(formula, basis),
        GradePayment grades => OfGrade(grades, basis),
        AcceptedUnits => OfUnits(basis),
        Vacancy vacancy => OfVacancy(vacancy, basis),
        _ => throw new ArgumentException($"Unknown adjustment {adjustment.GetType().Name}.", nameof(adjustment)),
    };

    private static Loss OfScore(ScoreFormula formula, SettlementBasis basis)
    {
        var result = Required(basis);
        if (!result.Vetoed && result.Grade is { } grade && formula.PaidInFull.Contains(grade))
        {
            return new(ByScore, Money.Zero, [new("paid-in-full", Text($"{result.Total:0.00}"), 0m)]);
        }

        var working = new List<Step>();
        var counted = result.Total;
        if (result.Vetoed && basis.VetoCountsAs is { } fixedFigure)
        {
            counted = fixedFigure;
            working.Add(new("veto-counts-as", Text($"{result.Total:0.00} → {counted:0.00}"), counted));
        }

        // Multiplied before divided, so that the only inexact step is the last.
        var lost = Money.RoundedFromYuan((formula.Full - counted) * basis.Contract.Yuan / formula.Full);
        working.Add(new("score-formula", Text($"({formula.Full:0.##} − {counted:0.00}) × {basis.Contract} ÷ {formula.Full:0.##}"), lost.Yuan));
        var clamped = Money.Max(Money.Zero, Money.Min(lost, basis.Contract));
        if (clamped != lost)
        {
            working.Add(new("clamped", Text($"0.00 … {basis.Contract}"), clamped.Yuan));
        }

        return new(ByScore, clamped, working);
    }

    private static Loss OfGrade(GradePayment grades, SettlementBasis basis)
    {
        var grade = Required(basis).Grade;
        var pays = grades.Pays.FirstOrDefault(p => string.Equals(p.Grade, grade, StringComparison.Ordinal))?.Share
            ?? throw new ArgumentException($"The plan does not say what grade '{grade}' pays.", nameof(basis));
        var paid = Money.RoundedFromYuan(basis.Planned.Yuan * pays.Fraction);
        var lost = basis.Planned - paid;
        return new(ByGrade, lost,
        [
            new("grade-pays", Text($"{basis.Planned} × {pays.Percent:0.####} %"), paid.Yuan),
            new("grade-payment", $"{basis.Planned} − {paid}", lost.Yuan),
        ]);
    }

    private static Loss OfUnits(SettlementBasis basis)
    {
        var working = basis.Units
            .Select(u => new Step("unit-value", Text($"{u.Units:0.##} × {u.Price}"), Published.Round(u.Units * u.Price.Yuan)))
            .ToList();
        var value = Money.FromYuan(working.Sum(s => s.Value));
        var earned = Money.Min(value, basis.Contract);
        var rest = earned - basis.PaidBefore;
        var lost = Money.Max(Money.Zero, basis.Planned - rest);
        working.Add(new("units-value", string.Join(" + ", working.Select(s => Text($"{s.Value:0.00}"))), value.Yuan));
        working.Add(new("units-earned", $"min({value}, {basis.Contract})", earned.Yuan));
        working.Add(new("units-rest", $"{earned} − {basis.PaidBefore}", rest.Yuan));
        working.Add(new("accepted-units", $"max(0.00, {basis.Planned} − {Signed(rest)})", lost.Yuan));
        return new(ByUnits, lost, working);
    }

    private static Loss OfVacancy(Vacancy vacancy, SettlementBasis basis)
    {
        var postDays = basis.Vacancies.Sum(v => v.Posts * v.Days);
        var lost = Money.RoundedFromYuan(postDays * vacancy.PostPrice.Yuan / vacancy.DaysInYear);
        var spells = string.Join(" + ", basis.Vacancies.Select(v => Text($"{v.Posts} × {v.Days}")));
        return new(ByVacancy, lost,
        [
            new("vacant-days", spells, postDays),
            new("vacancy", Text($"{postDays} × {vacancy.PostPrice} ÷ {vacancy.DaysInYear}"), lost.Yuan),
        ]);
    }

    private static RatedResult Required(SettlementBasis basis) =>
        basis.Result ?? throw new ArgumentException("The adjustment needs a combined result.", nameof(basis));

    private static string Signed(Money amount) => amount < Money.Zero ? $"({amount})" : amount.ToString();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
