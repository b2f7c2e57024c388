using System.Globalization;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

public sealed class ShowTests
{
    [Theory]
    [InlineData("2445000", "¥2,445,000.00", "zh-Hans", "244.50 万元")]
    [InlineData("2445000", "¥2,445,000.00", "zh-Hant", "244.50 萬元")]
    [InlineData("2445000", "¥2,445,000.00", "en", "¥2.45 million")]
    [InlineData("733500", "¥733,500.00", "en", "¥733,500.00")]
    [InlineData("9999.99", "¥9,999.99", "zh-Hans", "¥9,999.99")]
    [InlineData("-123456789", "-¥123,456,789.00", "zh-Hans", "-12,345.68 万元")]
    [InlineData("-1", "-¥1.00", "zh-Hans", "-¥1.00")]
    public void Money_IsExact_AndShortInTheUnitOfTheLanguage(string yuan, string exact, string language, string inShort) => In(language, () =>
    {
        var sum = decimal.Parse(yuan, CultureInfo.InvariantCulture);
        Assert.Equal(exact, Show.Money(sum));
        Assert.Equal(inShort, Show.Short(sum));
    });

    // 16:30 UTC is half past midnight of the next day in China.
    [Theory]
    [InlineData("zh-Hans", "2024年3月1日", "2024年3月1日至2025年2月28日", "2024年3月2日 00:30")]
    [InlineData("zh-Hant", "2024年3月1日", "2024年3月1日至2025年2月28日", "2024年3月2日 00:30")]
    [InlineData("en", "1 Mar 2024", "1 Mar 2024 to 28 Feb 2025", "2 Mar 2024, 00:30")]
    public void Dates_FollowTheLanguage_InstantsChinaTime(string language, string date, string period, string instant) => In(language, () =>
    {
        var day = new DateOnly(2024, 3, 1);
        Assert.Equal(date, Show.Date(day));
        Assert.Equal(period, Show.Period(day, new DateOnly(2025, 2, 28)));
        Assert.Equal(instant, Show.Instant(new DateTimeOffset(2024, 3, 1, 16, 30, 0, TimeSpan.Zero)));
    });

    [Fact]
    public void Shares_ArePercentagesOfAtMostTwoDecimals()
    {
        Assert.Equal("30.5%", Show.Percent(0.305m));
        Assert.Equal("100%", Show.Percent(1m));
        Assert.Equal("33.33%", Show.Percent(1m / 3m));
        Assert.Equal("0.13%", Show.Percent(0.00125m));
        Assert.Equal("1,234.50", Show.Number(1234.495m, 2));
        Assert.Equal("1,234.5", Show.Figure(1234.495m));
        Assert.Equal("12", Show.Figure(12.00m));
    }

    [Theory]
    [InlineData("zh-Hans", "甲、乙", "逾期 1 天", "逾期 2 天")]
    [InlineData("en", "甲, 乙", "1 day late", "2 days late")]
    public void Lists_AndNumbersInSentences_FollowTheLanguage(string language, string list, string one, string two) => In(language, () =>
    {
        Assert.Equal(list, Show.List(["甲", "乙"]));
        Assert.Equal(one, SiteText.Of("Task.DaysLate", 1));
        Assert.Equal(two, SiteText.Of("Task.DaysLate", 2));
    });

    // Domain's arguments come as text.
    [Fact]
    public void Refusals_FollowTheirNumber() => In("en", () =>
    {
        Assert.Equal("1 score sheet is not signed.", Sentences.Of("SheetsUnsigned", [1]));
        Assert.Equal("3 score sheets are not signed.", Sentences.Of("SheetsUnsigned", [3]));
    });

    private static void In(string language, Action check)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
