using System.Text;
using System.Text.RegularExpressions;

namespace ProcurementEval.Web.Tests.Web;

/// <summary>Words that stand in a page itself and not in a book: what is left of a .cshtml when its code and tags are taken out.</summary>
internal static partial class RazorWords
{
    // Names of file formats are the same in every language.
    private static readonly string[] Formats = ["PDF", "Excel", "CSV"];
    private static readonly string[] Blocks = ["if", "for", "foreach", "while", "switch", "lock", "using"];
    private static readonly string[] Lines = ["page", "model", "inject", "addTagHelper", "removeTagHelper", "namespace", "attribute", "inherits", "implements"];

    public static IReadOnlyList<string> In(string page)
    {
        var markup = Markup(Left().Replace(page, string.Empty));
        var spoken = Spoken().Matches(markup).Select(m => m.Groups["words"].Value).Where(w => !w.StartsWith('/'));
        return [.. spoken.Concat(Tag().Replace(markup, "\n").Split('\n')).Select(w => Entity().Replace(w, string.Empty).Trim()).Where(w => w.Any(char.IsLetter) && !Formats.Contains(w))];
    }

    private static string Markup(string page)
    {
        var markup = new StringBuilder();
        for (var at = 0; at < page.Length;)
        {
            var code = Keyword().Match(page, at) is { Success: true } word ? Skip(page, at + word.Length - 1) : page[at] == '@' ? Code(page, at + 1) : at;
            at = code > at ? code : Keep(markup, page, at);
        }

        return markup.ToString();
    }

    private static int Keep(StringBuilder markup, string page, int at)
    {
        // A statement in a block of code ends its line with a semicolon; a sentence of markup does not begin without a tag there.
        var end = page.IndexOf('\n', at) is var next && next < 0 ? page.Length : next;
        if ((at == 0 || page[at - 1] == '\n') && Statement().IsMatch(page[at..end]))
        {
            return end;
        }

        markup.Append(page[at]);
        return at + 1;
    }

    private static int Code(string page, int at)
    {
        if (at >= page.Length || page[at] == '@')
        {
            return at + 1;
        }

        if (page[at] is '{' or '(')
        {
            return Skip(page, at);
        }

        var name = Name().Match(page, at).Value;
        var after = at + name.Length;
        var rest = page.AsSpan(after).TrimStart();
        return name switch
        {
            "functions" or "code" => Skip(page, page.IndexOf('{', after)),
            "section" => page.IndexOf('{', after) + 1,
            _ when Lines.Contains(name) || (name == "using" && !rest.StartsWith("(")) => page.IndexOf('\n', after),
            _ when Blocks.Contains(name) => Skip(page, page.IndexOf('(', after)),
            "await" => Chain(page, after + 1 + Name().Match(page, after + 1).Length),
            _ => Chain(page, after),
        };
    }

    // .Name, (…), […], ?. after the first word of an expression.
    private static int Chain(string page, int at)
    {
        while (at < page.Length)
        {
            if (page[at] is '(' or '[')
            {
                at = Skip(page, at);
            }
            else if (Member().Match(page, at) is { Success: true } member)
            {
                at += member.Length;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int Skip(string page, int open)
    {
        var (depth, quoted) = (0, false);
        for (var at = open; at < page.Length; at++)
        {
            if (page[at] == '"' && page[at - 1] != '\\')
            {
                quoted = !quoted;
            }
            else if (!quoted)
            {
                depth += page[at] is '(' or '{' or '[' ? 1 : page[at] is ')' or '}' or ']' ? -1 : 0;
            }

            if (depth == 0 && !quoted)
            {
                return at + 1;
            }
        }

        return page.Length;
    }

    [GeneratedRegex(@"@\*.*?\*@|<(?<tag>code|pre|style)\b.*?</\k<tag>>", RegexOptions.Singleline, 1000)]
    private static partial Regex Left();

    [GeneratedRegex("\\b(?:title|aria-label|placeholder|alt|label|hint|text|caption|action|data-label)=\"(?<words>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spoken();

    [GeneratedRegex("<(?:\"[^\"]*\"|[^>\"])*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("&#?[A-Za-z0-9]+;", RegexOptions.None, 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"\G(?<=(?:^|[\n}])[ \t\r\n]*)(?:else\s+if|if|for|foreach|while|switch)\s*\(|\G(?<=\}\s*)else(?=\s*\{)", RegexOptions.None, 1000)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^\s*(?![<@]).*;\s*$|^\s*(?:case\b.*|default):\s*$", RegexOptions.None, 1000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\G[A-Za-z_]\w*", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\G[!?]?\.[A-Za-z_]\w*(?:<\w+>(?=\())?|\G!(?=[.\[])|\G\?(?=\[)", RegexOptions.None, 1000)]
    private static partial Regex Member();
}
