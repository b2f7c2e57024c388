namespace ProcurementEval.Web.Security;

/// <summary>What an account may do, one for each page that does something.</summary>
public enum Permission
{
    UseOwnAccount,
    ReadContracts,
    ReadTenders,
    ReadEvidence,
    ReadReports,
    ReadTemplates,
    ReadAudit,

    DraftProject,
    PublishTender,
    AssignPanel,
    OpenBids,
    RankBids,
    AwardTender,
    FailTender,
    SignContract,
    SubmitBid,

    ReportService,
    ReportVacancy,
    UploadEvidence,
    ClaimInstalment,
    ConfirmInstalment,
    ReturnInstalment,
    ApproveInstalment,
    PayInstalment,

    AnswerRecusal,
    Score,
    OrganiseEvaluation,
    PublishFinal,
    FileObjection,
    AnswerObjection,
    RaiseFinding,
    ReplyToFinding,
    VerifyFinding,
    AcceptService,
    EndContract,

    ImportContracts,
    UploadTemplate,
    PublishTemplate,
    ManageAccounts,
    ManageOwnPeople,
    ManageParties,
}
