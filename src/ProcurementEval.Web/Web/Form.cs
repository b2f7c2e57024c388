using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Web;

/// <summary>Reads the fields of a form as people type them. A field that is wrong gets its sentence in the model state and reads as a harmless value; the verb is not reached then.</summary>
public readonly struct Form(ModelStateDictionary state)
{
    private const int LongText = 5000;

    // Codes, names and short reasons stand in one line of lists, file names and workbooks.
    private const int OneLine = 300;
    private const decimal Most = 1_000_000_000_000m;
    private const int MostDecimals = 6;

    public string Text(string field, string? typed, int most = LongText) => Optional(field, typed, most) ?? Fault(field, "Form.Missing", string.Empty);

    public string? Optional(string field, string? typed, int most = LongText)
    {
        var text = typed?.Trim();
        return string.IsNullOrEmpty(text) ? null
            : text.Length > most ? Fault(field, "Form.TooLong", string.Empty, text.Length, most)
            : Typed.Words(text, most, lines: most > OneLine) ?? Fault(field, "Form.HiddenCharacters", string.Empty);
    }

    public Money Money(string field, string? typed) => Text(field, typed) is { Length: > 0 } text ? Typed.Sum(text) is { } sum && Math.Abs(sum.Yuan) <= Most ? sum : Fault(field, "Form.NotMoney", Domain.Measures.Money.Zero, text) : Domain.Measures.Money.Zero;

    /// <summary>A figure that rules can multiply and divide by without leaving what can be reckoned with.</summary>
    public decimal Number(string field, string? typed) => Text(field, typed) is not { Length: > 0 } text ? 0m
        : Typed.Figure(text) is not { } figure ? Fault(field, "Form.NotANumber", 0m, text)
        : Math.Abs(figure) <= Most && decimal.Round(figure, MostDecimals) == figure ? figure : Fault(field, "Form.NumberOutside", 0m, text, MostDecimals);

    public int Whole(string field, string? typed, int least = 0, int most = int.MaxValue)
    {
        var number = Number(field, typed);
        return !state.IsValid(field) ? least : number == decimal.Truncate(number) && number >= least && number <= most ? (int)number : Fault(field, "Form.NotWhole", least, least, most);
    }

    public DateOnly Date(string field, string? typed) => Text(field, typed) is { Length: > 0 } text ? Typed.Day(text) ?? Fault(field, "Form.NotADate", DateOnly.MinValue, text) : DateOnly.MinValue;

    /// <summary>A time of day in China.</summary>
    public TimeOnly Hour(string field, string? typed) => Text(field, typed) is { Length: > 0 } text ? Typed.Hour(text) ?? Fault(field, "Form.NotAnHour", default(TimeOnly), text) : default;

    public T Choice<T>(string field, string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen) && !int.TryParse(typed, System.Globalization.CultureInfo.InvariantCulture, out _) ? chosen : Fault(field, "Form.Choose", default(T));

    /// <summary>Adds a sentence to a field.</summary>
    public T Fault<T>(string field, string key, T harmless, params object[] arguments)
    {
        state.AddModelError(field, SiteText.Of(key, arguments));
        return harmless;
    }

    /// <summary>Adds what somebody else has said in words.</summary>
    public void Refuse(string field, string sentence) => state.AddModelError(field, sentence);
}

/// <summary>Asks a model state about one field.</summary>
internal static class Fields
{
    public static bool IsValid(this ModelStateDictionary state, string field) => !state.TryGetValue(field, out var entry) || entry.Errors.Count == 0;
}
