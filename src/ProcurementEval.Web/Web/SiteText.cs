using System.Globalization;
using System.Resources;
using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Web;

/// <summary>The words of the pages in the reader's language, one book per area.</summary>
public static class SiteText
{
    public static readonly IReadOnlyList<ResourceManager> Books = [Book("Site"), Book("Accounts"), Book("Contracts"), Book("Tenders"), Book("Evaluations"), Book("Money"), Book("Delivery"), Book("Templates"), Book("Audit"), Book("Imports"), Book("Demo")];

    /// <exception cref="MissingManifestResourceException">There is no such word.</exception>
    public static string Of(string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Find(key) ?? throw new MissingManifestResourceException(key), arguments);

    /// <summary>The name of a code that data may add to: the code itself where nobody has named it.</summary>
    public static string NameOr(string family, string code) => Find($"{family}.{code}") ?? code;

    /// <summary>The name of a stage, a role, a method: family and member of the enum.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => NameOr(typeof(T).Name, value.ToString());

    /// <summary>The name as this reader says it: an agency reads some stages from its own side (可投标 where the officer reads 招标中).</summary>
    public static string Name<T>(T value, Reader reader)
        where T : struct, Enum => (reader.Role == Role.Agency ? Find($"{typeof(T).Name}.Agency.{value}") : null) ?? Name(value);

    private static string? Find(string key) => Books.Select(b => b.GetString(key, CultureInfo.CurrentUICulture)).FirstOrDefault(t => t is not null);

    private static ResourceManager Book(string name) => new($"ProcurementEval.Web.Resources.Pages.{name}", typeof(SiteText).Assembly);
}
