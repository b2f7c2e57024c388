using System.Text.RegularExpressions;

namespace ProcurementEval.Web.Tests.Web;

/// <summary>Where code asks for words by their key, and with how many arguments for the places in them.</summary>
internal static partial class WordCalls
{
    public static IEnumerable<(string Key, int Arguments)> In(string code)
    {
        foreach (Match call in Call().Matches(code))
        {
            var given = Arguments(code, call.Index + call.Length);

            // Fault(field, key, harmless value, arguments…).
            var (key, before) = call.Groups["fault"].Success ? (given.ElementAtOrDefault(1), 3) : (given[0], 1);
            if (key is ['"', .., '"'])
            {
                yield return (key[1..^1], Math.Max(0, given.Count - before));
            }
        }
    }

    // What stands between commas, up to the bracket that closes.
    private static List<string> Arguments(string code, int at)
    {
        var (given, begin, depth, quoted) = (new List<string>(), at, 0, false);
        for (; at < code.Length; at++)
        {
            quoted ^= code[at] == '"' && code[at - 1] != '\\';
            depth += quoted ? 0 : code[at] switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
            if (depth < 0 || (depth == 0 && !quoted && code[at] == ','))
            {
                given.Add(code[begin..at].Trim());
                begin = at + 1;
            }

            if (depth < 0)
            {
                break;
            }
        }

        return given;
    }

    [GeneratedRegex(@"(SiteText\.Of|(?<fault>Form\.Fault(<[^(]*>)?))\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();
}
