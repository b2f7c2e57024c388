namespace ProcurementEval.Domain.Projects;

/// <summary>The numbers of law that files are checked against and that processes keep.</summary>
public enum LegalNumber
{
    /// <summary>Least weight of the price in a tender of services, in per cent of the scale.</summary>
    PriceWeightMinimum,

    /// <summary>Usual least weight of the price in a consultation, in per cent.</summary>
    ConsultationPriceWeightMinimum,

    /// <summary>Usual greatest weight of the price in a consultation, in per cent.</summary>
    ConsultationPriceWeightMaximum,

    /// <summary>Least number of panel members of a tender.</summary>
    PanelMembers,

    /// <summary>Least number of panel members of a large tender.</summary>
    LargePanelMembers,

    /// <summary>Budget in yuan from which a tender is large.</summary>
    LargePanelBudget,

    /// <summary>Least number of members of a negotiating or consulting group.</summary>
    GroupMembers,

    /// <summary>So many of every three members must be outside experts.</summary>
    ExpertThirds,

    /// <summary>Most days from invoice to payment.</summary>
    PaymentDays,

    /// <summary>Months beyond which a contract term needs the statement of the four conditions.</summary>
    UsualTermMonths,

    /// <summary>Most months of a contract term.</summary>
    TermMonths,

    /// <summary>Least days from issue of the documents to the deadline of a tender.</summary>
    ResponseDays,

    /// <summary>Least days from a clarification that touches the writing of bids to the deadline.</summary>
    ClarificationDays,

    /// <summary>Most days from the award to the signature of the contract.</summary>
    SigningDays,

    /// <summary>Least number of bids to open, and of qualified ones to score.</summary>
    MinimumBids,
}

/// <summary>One number of law, in force since a date until a later entry of the same name, with the article it stands in.</summary>
public sealed record LegalLimit(LegalNumber Name, DateOnly Since, decimal Value, string Source);

/// <summary>The numbers of law with their dates and sources (法定限额); data, because laws change.</summary>
public sealed record LegalLimits(string Id, IReadOnlyList<LegalLimit> Entries)
{
    /// <summary>The number as it stands on a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The law said nothing yet.</exception>
    public LegalLimit On(DateOnly date, LegalNumber name) =>
        Entries.Where(e => e.Name == name && e.Since <= date).MaxBy(e => e.Since)
        ?? throw new ArgumentOutOfRangeException(nameof(date), date, $"There is no {name} on this date.");

    /// <summary>Whether the law had said all its numbers by a date.</summary>
    public bool AreAllKnown(DateOnly date) => Enum.GetValues<LegalNumber>().All(n => Entries.Any(e => e.Name == n && e.Since <= date));

    /// <summary>A number of days, members or bids, which is whole.</summary>
    public int Whole(DateOnly date, LegalNumber name) => decimal.ToInt32(On(date, name).Value);
}
