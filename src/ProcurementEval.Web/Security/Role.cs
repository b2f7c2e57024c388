namespace ProcurementEval.Web.Security;

/// <summary>The kinds of account. What one may do on a single contract comes from his organisation or an assignment.</summary>
public enum Role
{
    /// <summary>采购人</summary>
    Purchaser,

    /// <summary>财政审核</summary>
    FinanceReviewer,

    /// <summary>承接机构</summary>
    Agency,

    /// <summary>第三方评估人员, and members of a tender's panel</summary>
    Evaluator,

    /// <summary>审计</summary>
    Auditor,

    /// <summary>系统管理员</summary>
    Administrator,
}
