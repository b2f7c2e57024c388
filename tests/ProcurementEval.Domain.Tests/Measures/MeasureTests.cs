using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Domain.Tests.Measures;

public class MeasureTests
{
    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("2.675", "2.68")]
    [InlineData("2.665", "2.67")]
    [InlineData("2.66499999", "2.66")]
    [InlineData("89.995", "90.00")]
    public void Round_Halves_GoAwayFromZero(decimal exact, decimal published) => Assert.Equal(published, Published.Round(exact));

    [Theory]
    [InlineData("1.10", true)]
    [InlineData("1.100", true)]
    [InlineData("1.001", false)]
    public void IsPublished_MoreThanTwoDecimals_IsNot(decimal value, bool published) => Assert.Equal(published, Published.IsPublished(value));

    [Fact]
    public void Money_ThreeDecimals_IsRefusedUnlessRoundedKnowingly()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.FromYuan(1.005m));
        Assert.Equal(1.01m, Money.RoundedFromYuan(1.005m).Yuan);
    }

    [Fact]
    public void Money_Text_HasTwoDecimalsAndNoGrouping() => Assert.Equal(["1234567.00", "-0.50", "0.00"], [Money.FromYuan(1_234_567m).ToString(), Money.FromYuan(-0.5m).ToString(), Money.Zero.ToString()]);

    [Fact]
    public void Money_Compared_IsOrderedByAmount()
    {
        var (less, more) = (Money.FromYuan(1m), Money.FromYuan(1.01m));

        Assert.True(less < more && more > less && less <= more && more >= less);
        Assert.Equal((less, more), (Money.Min(more, less), Money.Max(more, less)));
        Assert.Equal([less, more], new[] { more, less }.Order());
    }

    [Theory]
    [InlineData("25.4", "0.254")]
    [InlineData("100", "1")]
    [InlineData("0.05", "0.0005")]
    public void Share_OfPercent_IsAFraction(decimal percent, decimal fraction) => Assert.Equal((fraction, percent), (Share.FromPercent(percent).Fraction, Share.FromPercent(percent).Percent));

    [Theory]
    [InlineData("-0.0001")]
    [InlineData("100.0001")]
    [InlineData("33.33333")]
    public void Share_OutsideTheWholeOrTooFine_IsRefused(decimal percent) => Assert.Throws<ArgumentOutOfRangeException>(() => Share.FromPercent(percent));
}
