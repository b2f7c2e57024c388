using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using ProcurementEval.Web.Web;

namespace ProcurementEval.Web.Tests.Web;

public sealed class ValidationWordsTests
{
    [Fact]
    public void Rules_SpeakTheReadersLanguage_UnlessTheyNameAKeyOfTheirOwn()
    {
        ValidationAttribute[] rules = [new RequiredAttribute(), new StringLengthAttribute(200), new RangeAttribute(1, 5), new EmailAddressAttribute(), new RequiredAttribute { ErrorMessage = "Binding.NotANumber" }];
        var context = new ValidationMetadataProviderContext(ModelMetadataIdentity.ForType(typeof(string)), ModelAttributes.GetAttributesForType(typeof(string)));
        Array.ForEach(rules, context.ValidationMetadata.ValidatorMetadata.Add);

        new ValidationWords().CreateValidationMetadata(context);

        Assert.Equal(
            ["请填写。", "最多 200 个字，请删短一些。", "应在 1 至 5 之间。", "写法不对，请按提示重新填写。", "这里要填数字，例如 1234.50。"],
            rules.Select(r => new SiteLocalizer()[r.ErrorMessage!, "名称", r is StringLengthAttribute length ? length.MaximumLength : 1, 5].Value));
    }
}
