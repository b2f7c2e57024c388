using System.Reflection;
using NetArchTest.Rules;
using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Tests;

/// <summary>The arrows of the house: Web → Domain, Web → Documents, never back; a feature never references another feature.</summary>
public class ArchitectureTests
{
    private const string Web = "ProcurementEval.Web";
    private static readonly Assembly Domain = typeof(Contract).Assembly;
    private static readonly Assembly Documents = typeof(Document).Assembly;
    private static readonly Assembly WebAssembly = typeof(Catalogue).Assembly;

    [Fact]
    public void Domain_References_StatelessAndTheFrameworkOnly() =>
        Assert.Equal(["Stateless"], Domain.GetReferencedAssemblies().Select(a => a.Name!).Where(n => !n.StartsWith("System.", StringComparison.Ordinal)));

    [Fact]
    public void Documents_KnowNothingOfProcurement() =>
        Assert.DoesNotContain(Documents.GetReferencedAssemblies(), a => a.Name!.StartsWith("ProcurementEval", StringComparison.Ordinal));

    [Fact]
    public void Features_DoNotReferenceEachOther()
    {
        var features = WebAssembly.GetTypes().Select(t => t.Namespace).OfType<string>()
            .Where(n => n.StartsWith($"{Web}.Features.", StringComparison.Ordinal)).Select(n => string.Join('.', n.Split('.').Take(4))).Distinct().ToArray();

        Assert.All(features, feature => AssertNoDependency(feature, [.. features.Where(other => other != feature)]));
    }

    [Fact]
    public void Features_ReferenceNoVerbs() => AssertNoDependency($"{Web}.Features", $"{Web}.Commands", $"{Web}.Hosting");

    [Theory]
    [InlineData("Data")]
    [InlineData("Security")]
    [InlineData("Templates")]
    [InlineData("Web")]
    public void Rooms_BelowTheFeatures_DoNotLookUp(string room) =>
        AssertNoDependency($"{Web}.{room}", $"{Web}.Features", $"{Web}.Commands", $"{Web}.Walks", $"{Web}.Hosting");

    private static void AssertNoDependency(string from, params string[] to)
    {
        var result = Types.InAssembly(WebAssembly).That().ResideInNamespace(from).ShouldNot().HaveDependencyOnAny(to).GetResult();
        Assert.True(result.IsSuccessful, $"{from}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }
}
