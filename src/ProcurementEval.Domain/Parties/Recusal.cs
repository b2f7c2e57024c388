namespace ProcurementEval.Domain.Parties;

/// <summary>The five grounds of recusal (政府采购法实施条例 第九条); None is the answer of a person to whom none applies.</summary>
public enum RecusalGround
{
    None,
    Employment,
    Directorship,
    Control,
    Kinship,
    OtherRelation,
}

/// <summary>An assessor's place in a panel or an evaluation: his class of raters and his answer on recusal (回避); before the answer he sees no document, after a positive one he is out.</summary>
public sealed class Assignment
{
    public Assignment(string assessor, string rater, bool isExpert) => (Assessor, Rater, IsExpert) = (assessor, rater, isExpert);

    /// <summary>The assessor's account.</summary>
    public string Assessor { get; private set; }

    /// <summary>Code of the class of raters in the template.</summary>
    public string Rater { get; private set; }

    /// <summary>An outside expert, as against the purchaser's representative.</summary>
    public bool IsExpert { get; private set; }

    public RecusalGround? Answered { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool Sits => Answered is RecusalGround.None;

    internal void Answer(RecusalGround ground, DateTimeOffset at) => (Answered, AnsweredAt) = (ground, at);
}
