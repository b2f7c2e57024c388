using System.Globalization;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

public sealed class TypedTests
{
    [Theory]
    [InlineData("1234.5", "1234.5")]
    [InlineData("１２３４．５", "1234.5")]
    [InlineData("1,234,567.00", "1234567.00")]
    [InlineData("1，234", "1234")]
    [InlineData("1 234 567", "1234567")]
    [InlineData(" 85。5 ", "85.5")]
    [InlineData("－3", "-3")]
    [InlineData("+0.25", "0.25")]
    public void Figure_InACommonForm_IsRead(string typed, string figure) => Assert.Equal(decimal.Parse(figure, CultureInfo.InvariantCulture), Typed.Figure(typed));

    [Theory]
    [InlineData("9:05", 9, 5)]
    [InlineData("09:05", 9, 5)]
    [InlineData(" １０：３０ ", 10, 30)]
    public void Hour_InACommonForm_IsRead(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), Typed.Hour(typed));

    [Theory]
    [InlineData("25:00")]
    [InlineData("10:30:15")]
    [InlineData("ten")]
    public void Hour_ThatIsNone_IsNotGuessed(string typed) => Assert.Null(Typed.Hour(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12,34")] // a decimal comma or a slip: not guessed
    [InlineData("1,2345")]
    [InlineData("1.234,5")]
    [InlineData("1.")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("一百")]
    [InlineData("1\t2")]
    [InlineData("12\u202E34")]
    [InlineData("1\u200B2")]
    [InlineData("٣")] // an Arabic-Indic digit
    [InlineData("12345678901234567890123456789")] // 29 digits would be rounded
    [InlineData("10000000000000000000000000000000000000000")]
    public void Figure_ThatCannotBeRead_IsNull(string? typed) => Assert.Null(Typed.Figure(typed));

    [Theory]
    [InlineData("¥1,234,567.00", "1234567.00")]
    [InlineData("￥ 1，234，567", "1234567")]
    [InlineData("2445000元", "2445000")]
    [InlineData("244.5万元", "2445000")]
    [InlineData("２４４．５ 萬", "2445000")]
    [InlineData("0.000001万元", "0.01")]
    [InlineData("-¥5", "-5")]
    public void Sum_InACommonForm_IsRead(string typed, string yuan) => Assert.Equal(Money.FromYuan(decimal.Parse(yuan, CultureInfo.InvariantCulture)), Typed.Sum(typed));

    [Theory]
    [InlineData("1.005")] // no half cents
    [InlineData("0.0000001万")]
    [InlineData("$5")]
    [InlineData("5元元")]
    [InlineData("5%")]
    [InlineData("9999999999999999999999999999万")]
    public void Sum_ThatCannotBeRead_IsNull(string typed) => Assert.Null(Typed.Sum(typed));

    [Theory]
    [InlineData("30%", "30")]
    [InlineData("３０．５％", "30.5")]
    [InlineData("30", "30")]
    public void Percent_WithOrWithoutItsSign_IsRead(string typed, string percent) => Assert.Equal(decimal.Parse(percent, CultureInfo.InvariantCulture), Typed.Percent(typed));

    [Theory]
    [InlineData("2024-3-1")]
    [InlineData("2024-03-01")]
    [InlineData("2024/03/01")]
    [InlineData("2024.3.1")]
    [InlineData("2024年3月1日")]
    [InlineData("2024 年 3 月 1 日")]
    [InlineData("20240301")]
    [InlineData("２０２４－０３－０１")]
    [InlineData(" 2024。3。1 ")]
    public void Day_InACommonForm_IsRead(string typed) => Assert.Equal(new DateOnly(2024, 3, 1), Typed.Day(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("2024-02-30")]
    [InlineData("2023-2-29")]
    [InlineData("2024-3/1")]
    [InlineData("1/3/2024")] // day first or month first: not guessed
    [InlineData("24-3-1")]
    [InlineData("2024-3")]
    [InlineData("2024-\u200E3-1")]
    [InlineData("3024-3-1")]
    public void Day_ThatCannotBeRead_IsNull(string? typed) => Assert.Null(Typed.Day(typed));

    [Fact]
    public void Readings_InAnyCulture_AreTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA"); // another calendar, other marks
            Assert.Equal(1_234.5m, Typed.Figure("1,234.5"));
            Assert.Equal(new DateOnly(2024, 3, 1), Typed.Day("2024-3-1"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(" 社区服务　", 10, false, "社区服务")]
    [InlineData(null, 10, false, "")]
    [InlineData("一\r\n二", 10, true, "一\n二")]
    [InlineData("一\n二", 10, false, null)]
    [InlineData("abc", 2, false, null)]
    [InlineData("a\u202Eb", 10, true, null)]
    [InlineData("a\u0007b", 10, true, null)]
    public void Words_AreTakenWhole_OrNotAtAll(string? typed, int most, bool lines, string? words) => Assert.Equal(words, Typed.Words(typed, most, lines));

    [Fact]
    public void Words_WithHalfACharacter_AreNotTaken() => Assert.Null(Typed.Words("a\uD800", 10));
}
