using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using static ProcurementEval.Domain.Tests.Calendars.China;

namespace ProcurementEval.Domain.Tests.Funding;

/// <summary>When money is due, and what lateness costs (facts.md R16).</summary>
public class PaymentTests
{
    private static readonly Term Limit = new(30, Counting.CalendarShift);
    private static readonly Term Fifteen = new(15, Counting.CalendarShift);

    [Theory]

    // Case 4: within 15 days of the invoice. 10 + 15 = 25 October, Friday; the later of the two starts the clock.
    [InlineData("2024-10-08", "2024-10-10", "2024-10-10", "2024-10-25")]
    [InlineData("2024-10-10", "2024-10-08", "2024-10-10", "2024-10-25")]

    // 20 September + 15 = 5 October, a holiday: 8 October.
    [InlineData("2024-09-20", "2024-09-20", "2024-09-20", "2024-10-08")]
    public void Of_ConditionAndInvoice_TheLaterStartsTheClock(string met, string invoiced, string start, string due) =>
        Assert.Equal(new PaymentDue(Day(start), Day(due), DueBasis.AgreedTerm), PaymentClock.Of(Day(met), Day(invoiced), Fifteen, Limit, Calendar));

    [Fact]
    public void Of_AgreedTermLongerThanTheLaw_IsCutToTheLegalLimit() =>
        // 8 October + 60 days is beyond 8 October + 30 = 7 November.
        Assert.Equal(new PaymentDue(Day("2024-10-08"), Day("2024-11-07"), DueBasis.LegalLimit), PaymentClock.Of(Day("2024-10-08"), Day("2024-10-08"), new Term(60, Counting.CalendarShift), Limit, Calendar));

    [Theory]
    [InlineData("2024-10-20", "2024-10-20", DueBasis.FixedDate)]
    [InlineData("2024-10-08", "2024-10-08", DueBasis.FixedDate)]
    [InlineData("2024-10-07", "2024-10-23", DueBasis.AgreedTerm)] // before the start: 8 + 15
    [InlineData("2024-12-31", "2024-11-07", DueBasis.LegalLimit)]
    public void Of_DateThatTheContractNames_HoldsFromTheStartToTheLimit(string named, string due, DueBasis basis) =>
        Assert.Equal(new PaymentDue(Day("2024-10-08"), Day(due), basis), PaymentClock.Of(Day("2024-10-08"), Day("2024-10-01"), Fifteen, Limit, Calendar, Day(named)));

    [Theory]
    [InlineData("2025-03-01", 0, "0.00")] // on the day
    [InlineData("2025-02-01", 0, "0.00")] // before it
    [InlineData("2025-03-02", 1, "660.00")] // 1,320,000 × 0.0005
    public void Interest_DaysLate_AreThoseAfterTheDueDate(string paid, int days, decimal amount)
    {
        var interest = LateInterest.Of(Money.FromYuan(1_320_000m), Day("2025-03-01"), Day(paid), InterestBasis.SmeRule);

        Assert.Equal((days, amount), (interest.Days, interest.Amount.Yuan));
    }

    [Fact]
    public void Interest_WithoutABasis_IsNotOwed() => Assert.Equal((15, Money.Zero), Late(InterestBasis.None, null));

    [Fact]
    public void Interest_AgreedRate_TakesThePlaceOfTheLegalOne() =>
        // 1,320,000 × 0.0001 × 15 = 1,980.
        Assert.Equal((15, Money.FromYuan(1_980m)), Late(InterestBasis.Contract, Share.FromPercent(0.01m)));

    [Fact]
    public void Interest_Cents_AreRoundedOnceAtTheEnd() =>
        // 33.33 × 0.0005 × 3 = 0.049995 → 0.05.
        Assert.Equal(0.05m, LateInterest.Of(Money.FromYuan(33.33m), Day("2025-03-01"), Day("2025-03-04"), InterestBasis.Contract).Amount.Yuan);

    private static (int Days, Money Amount) Late(InterestBasis basis, Share? rate)
    {
        var interest = LateInterest.Of(Money.FromYuan(1_320_000m), Day("2025-03-01"), Day("2025-03-16"), basis, rate);
        return (interest.Days, interest.Amount);
    }
}
