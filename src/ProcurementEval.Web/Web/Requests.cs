using System.Net.Mime;

namespace ProcurementEval.Web.Web;

/// <summary>What a request asks for.</summary>
internal static class Requests
{
    /// <summary>Sent or read by a script, not shown to a person: it is answered with problem details (RFC 9457), never with a page.</summary>
    public static bool WantsJson(this HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        return request.HasJsonContentType() || headers.Accept.Any(a => a.MediaType == MediaTypeNames.Application.Json);
    }
}
