using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace ProcurementEval.Web.Web;

/// <summary>Rules written as attributes speak by keys of the books: their own, or "Validation.Required" and so on where they name none.</summary>
internal sealed class ValidationWords : IValidationMetadataProvider
{
    private const string Suffix = "Attribute";

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>().Where(SaysNothingOfItsOwn))
        {
            rule.ErrorMessage = rule switch
            {
                RequiredAttribute or StringLengthAttribute or MaxLengthAttribute or RangeAttribute or CompareAttribute => $"Validation.{rule.GetType().Name[..^Suffix.Length]}",
                _ => "Validation.Other",
            };
        }
    }

    // Some rules come with an English sentence; a key has no blanks.
    private static bool SaysNothingOfItsOwn(ValidationAttribute rule) => rule.ErrorMessageResourceName is null && rule.ErrorMessage?.Contains(' ', StringComparison.Ordinal) != false;
}
