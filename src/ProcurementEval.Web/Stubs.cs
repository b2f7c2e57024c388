#pragma warning disable
namespace ProcurementEval.Web.Storage { public sealed class FileStore(string folder) { } }
namespace ProcurementEval.Web.Web
{
    public static class Typed { public static string Digits(string? s) => s ?? ""; public static decimal? Number(string s) => null; public static decimal? Money(string s) => null; public static DateOnly? Date(string s) => null; public static bool IsClean(string s) => true; }
}
