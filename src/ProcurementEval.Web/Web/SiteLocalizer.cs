using Microsoft.Extensions.Localization;

namespace ProcurementEval.Web.Web;

/// <summary>The books of the pages for the framework's own messages.</summary>
internal sealed class SiteLocalizer : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, SiteText.Of(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, SiteText.Of(name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
