namespace ProcurementEval.Web.Web;

/// <summary>How a field is typed in. Choice is a group of radio buttons; figures and dates stay text, so that any common way of writing them can be read and kept.</summary>
public enum FieldKind
{
    Text,
    Area,
    Money,
    Date,
    Number,
    Select,
    Choice,
    File,
    Check,
    Password,
}
