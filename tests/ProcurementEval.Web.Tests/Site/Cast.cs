using ProcurementEval.Web.Security;

namespace ProcurementEval.Web.Tests.Site;

/// <summary>Who a thing belongs to, among the parties and people of its project.</summary>
[Flags]
internal enum Belongs
{
    /// <summary>None of these accounts'.</summary>
    Nobody = 0,
    Purchaser = 1,
    Finance = 2,
    Agency = 4,
    Body = 8,
    Assessors = 16,
    Panel = 32,
    EveryAgency = 64,
    Auditor = 128,

    /// <summary>Those who have a part in a contract.</summary>
    Parties = Purchaser | Finance | Agency | Body | Auditor,

    /// <summary>Nobody's in particular: it is there for every account.</summary>
    Everybody = 256,
}

/// <summary>One account of the demonstration, as demo.yaml has it.</summary>
internal sealed record Player(string Account, Role Role)
{
    /// <summary>The code of the organisation that it acts for; a second person of a purchaser is called after the first.</summary>
    public string Party => Account.EndsWith("-2", StringComparison.Ordinal) && Role == Role.Purchaser ? Account[..^2] : Account;
}

/// <summary>The parties of a project, as demo.yaml's comments and replacements have them: plain facts, and nothing of the site's code.</summary>
internal sealed record Cast(string Purchaser, string Finance, string Body, string Agency, params string[] Assessors)
{
    private static readonly string[] Panel = ["panel-1", "panel-2", "panel-3", "panel-4", "panel-5"];
    private static readonly string[] Three = ["evaluator-a", "evaluator-b", "evaluator-c"];

    public static readonly IReadOnlyList<Player> Everybody =
    [
        .. Accounts(Role.Purchaser, "lanjiang", "lanjiang-2", "wangxi", "wangxi-2"),
        .. Accounts(Role.FinanceReviewer, "lanjiang-finance", "wangxi-finance"),
        .. Accounts(Role.Agency, "mingde", "qihang", "heyuan", "anhe", "tongxin", "ruilin"),
        .. Accounts(Role.Evaluator, "mingheng", "zhengdu"),
        .. Accounts(Role.Evaluator, Panel),
        .. Accounts(Role.Evaluator, Three),
        .. Accounts(Role.Auditor, "auditor"),
        .. Accounts(Role.Administrator, "administrator"),
    ];

    /// <summary>By the project's code; assessors are those who are named for an evaluation by 19 March 2025.</summary>
    public static readonly IReadOnlyDictionary<string, Cast> Of = new Dictionary<string, Cast>
    {
        ["JK2025"] = Lanjiang("mingheng", "-"),
        ["LP2025"] = Lanjiang("mingheng", "-"),
        ["SQ2025"] = Wangxi("mingheng", "-"),
        ["HK2025"] = Lanjiang("zhengdu", "-"),
        ["NW2025"] = Wangxi("mingheng", "-"),
        ["QY2025"] = Lanjiang("zhengdu", "anhe"),
        ["XY2024"] = Wangxi("zhengdu", "mingde"),
        ["DT2024"] = Lanjiang("mingheng", "heyuan"),
        ["HP2024"] = Lanjiang("mingheng", "tongxin", [.. Three, "panel-1"]),
        ["YL2024"] = Wangxi("zhengdu", "ruilin", [.. Three, "panel-1", "panel-2", "panel-3", "panel-4"]),
        ["ML2024"] = Wangxi("mingheng", "heyuan", Three),
        ["SH2024"] = Lanjiang("zhengdu", "qihang", Three),
        ["BH2024"] = Lanjiang("mingheng", "ruilin", Three),
        ["CH2024"] = Wangxi("mingheng", "qihang", [.. Three, "panel-1"]),
    };

    /// <summary>Whether a thing that belongs to these of this project's people is this player's.</summary>
    public bool Owns(Player player, Belongs to) => to.HasFlag(Belongs.Everybody)
        || (to.HasFlag(Belongs.Purchaser) && player is { Role: Role.Purchaser } && player.Party == Purchaser)
        || (to.HasFlag(Belongs.Finance) && player.Account == Finance)
        || (to.HasFlag(Belongs.Body) && player.Account == Body)
        || (to.HasFlag(Belongs.Agency) && player.Account == Agency)
        || (to.HasFlag(Belongs.EveryAgency) && player.Role == Role.Agency)
        || (to.HasFlag(Belongs.Assessors) && Assessors.Contains(player.Account))
        || (to.HasFlag(Belongs.Panel) && Panel.Contains(player.Account))
        || (to.HasFlag(Belongs.Auditor) && player.Role == Role.Auditor);

    private static Cast Lanjiang(string body, string agency, params string[] assessors) => new("lanjiang", "lanjiang-finance", body, agency, assessors);

    private static Cast Wangxi(string body, string agency, params string[] assessors) => new("wangxi", "wangxi-finance", body, agency, assessors);

    private static IEnumerable<Player> Accounts(Role role, params string[] accounts) => accounts.Select(a => new Player(a, role));
}
