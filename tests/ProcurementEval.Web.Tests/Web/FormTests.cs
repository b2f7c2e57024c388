using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

public sealed class FormTests
{
    private readonly ModelStateDictionary state = new();

    public FormTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    // Thirty digits multiplied by a rule's points are more than a decimal holds, and so is 100 divided by what follows 27 zeros.
    [Theory]
    [InlineData("1,000,000,000,000", true)]
    [InlineData("-1000000000000", true)]
    [InlineData("0.000001", true)]
    [InlineData("1000000000000.01", false)]
    [InlineData("9999999999999999999999999999", false)]
    [InlineData("0.0000001", false)]
    [InlineData("0.000000000000000000000000001", false)]
    public void Number_IsOneThatCanBeReckonedWith(string typed, bool taken)
    {
        new Form(state).Number("figure", typed);

        Assert.Equal(taken, state.IsValid);
    }

    [Theory]
    [InlineData("", "This field is required.")]
    [InlineData("longer than it may be", "Too long: 21 characters, at most 10.")]
    [InlineData("a\u202Eb", "invisible control characters")]
    [InlineData("a\nb", "invisible control characters")]
    public void Text_ThatIsRefused_SaysOneThing(string typed, string says)
    {
        new Form(state).Text("name", typed, 10);

        Assert.Contains(says, Assert.Single(state["name"]!.Errors).ErrorMessage, StringComparison.OrdinalIgnoreCase);
    }
}
