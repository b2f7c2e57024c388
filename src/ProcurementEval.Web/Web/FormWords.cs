using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ProcurementEval.Web.Web;

/// <summary>What the framework says of a field that it cannot bind, in the reader's language.</summary>
internal static class FormWords
{
    public static void Set(DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((value, _) => SiteText.Of("Form.Unreadable", value));
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => SiteText.Of("Form.Unreadable", value));
        words.SetValueIsInvalidAccessor(value => SiteText.Of("Form.Unreadable", value));
        words.SetUnknownValueIsInvalidAccessor(_ => SiteText.Of("Form.UnreadableField"));
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => SiteText.Of("Form.UnreadableField"));
        words.SetValueMustNotBeNullAccessor(_ => SiteText.Of("Form.Missing"));
        words.SetMissingBindRequiredValueAccessor(_ => SiteText.Of("Form.Missing"));
        words.SetMissingKeyOrValueAccessor(() => SiteText.Of("Form.Missing"));
        words.SetMissingRequestBodyRequiredValueAccessor(() => SiteText.Of("Form.Missing"));
        words.SetValueMustBeANumberAccessor(_ => SiteText.Of("Form.UnreadableField"));
        words.SetNonPropertyValueMustBeANumberAccessor(() => SiteText.Of("Form.UnreadableField"));
    }
}
