using System.Globalization;
using ProcurementEval.Documents.Model;

namespace ProcurementEval.Documents.Tests.Model;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("89.5", FigureFormat.Score, "89.50")]
    [InlineData("1234567", FigureFormat.Money, "¥1,234,567.00")]
    [InlineData("-1", FigureFormat.Money, "-¥1.00")]
    [InlineData("30", FigureFormat.Percent, "30.00%")]
    [InlineData("35244", FigureFormat.Count, "35,244")]
    [InlineData("12.50", FigureFormat.Count, "12.5")]
    [InlineData("0", FigureFormat.Count, "0")]
    [InlineData("1.005", FigureFormat.Score, "1.01")]
    public void Of_Figure_ReadsAsItsFormatSays(string value, FigureFormat format, string expected)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(expected, FigureText.Of(decimal.Parse(value, CultureInfo.InvariantCulture), format));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
