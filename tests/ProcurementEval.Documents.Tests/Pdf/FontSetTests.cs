using ProcurementEval.Documents.Fonts;

namespace ProcurementEval.Documents.Tests.Pdf;

public sealed class FontSetTests
{
    private const string ReportCharacters = "0123456789÷×−→…¥，。、；：？！（）【】《》“”‘’—～·≥≤≈％%+-=/一二三四五评估采购社会工作服务";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Printable_CharactersOfReports_NeedNoSubstitute(bool bold)
    {
        var fonts = new FontSet();

        Assert.Equal(ReportCharacters, fonts.Printable(ReportCharacters, bold));
    }

    [Fact]
    public void Printable_ControlsAndVariationSelectors_AreLeftOut()
    {
        Assert.Equal("甲 乙丙", new FontSet().Printable("甲\t乙\u0001\uFE0F\u200B丙", bold: false));
    }

    [Fact]
    public void FontSet_ConfiguredFolderThatIsMissing_LooksBesideTheProgram()
    {
        Assert.Equal("评", new FontSet("no-such-folder").Printable("评", bold: true));
    }

    [Fact]
    public void Advance_Digits_AreEquallyWide()
    {
        var fonts = new FontSet();

        Assert.Single("0123456789".Select(digit => fonts.Advance(digit, bold: true)).Distinct());
        Assert.Single("0123456789".Select(digit => fonts.Advance(digit, bold: false)).Distinct());
    }
}
