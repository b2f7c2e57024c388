using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests.Templates.Cases;

/// <summary>A case is held to the numbers of law of the day on which its tender was published: case 1, 2024-08-09.</summary>
public class CaseLimitsTests
{
    // 24 days from publication to the deadline, 14 from award to signature, 15 from release on 2025-03-18 to payment on 2025-04-02, 4 conforming bids of 5.
    [Theory]
    [InlineData("response-days", "2024-08-09", "25", "CaseResponseTooShort")]
    [InlineData("response-days", "2024-08-10", "25", null)]
    [InlineData("response-days", "2024-08-09", "24", null)]
    [InlineData("signing-days", "2024-08-09", "13", "CaseSignedLate")]
    [InlineData("signing-days", "2024-08-10", "13", null)]
    [InlineData("signing-days", "2024-08-09", "14", null)]
    [InlineData("payment-days", "2024-08-09", "14", "CasePaidLate")]
    [InlineData("payment-days", "2024-08-10", "14", null)]
    [InlineData("minimum-bids", "2024-08-09", "6", "CaseTooFewBids")]
    [InlineData("minimum-bids", "2024-08-09", "5", "CaseTooFewConformingBids")]
    [InlineData("minimum-bids", "2024-08-10", "6", null)]
    public void Case_UnderANewerLaw_IsHeldToTheNumberOfItsDay(string name, string since, string value, string? code)
    {
        var faults = Faults(text => $"{text}  - {{ name: {name}, since: {since}, value: {value}, source: 自拟 }}\n");

        Assert.Equal(code is null ? [] : [code], faults.Select(f => f.Code).Distinct());
    }

    [Fact]
    public void Case_BeforeALaw_IsRefusedAtItsDate() => Assert.Equal(
        ["CaseBeforeLaw"],
        Faults(text => text.Replace("name: signing-days, since: 2003-01-01", "name: signing-days, since: 2024-08-10", StringComparison.Ordinal)).Select(f => f.Code));

    [Fact]
    public void Case_WithoutALegalNumber_NamesTheFileThatLacksIt() => Assert.Contains(
        Faults(text => string.Join('\n', text.Split('\n').Where(l => !l.Contains("signing-days", StringComparison.Ordinal)))),
        f => f.Code == "LimitMissing" && f.File.EndsWith("legal-limits.yaml", StringComparison.Ordinal));

    private static IReadOnlyList<FileFault> Faults(Func<string, string> change)
    {
        using var copied = new CopiedFolder("legal-limits.yaml", change);
        return copied.FaultsOf("xinhu-2024");
    }
}
