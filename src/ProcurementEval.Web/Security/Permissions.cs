namespace ProcurementEval.Web.Security;

/// <summary>THE table: which kind of account may do what. Which rows he may do it to is decided by <see cref="Scope"/>, when by the workflow; never two of these in one place.</summary>
public static class Permissions
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();
    private static readonly Role[] Participants = [Role.Purchaser, Role.FinanceReviewer, Role.Agency, Role.Evaluator, Role.Auditor];

    /// <summary>One row for each permission.</summary>
    public static readonly IReadOnlyDictionary<Permission, IReadOnlyList<Role>> Table = new Dictionary<Permission, IReadOnlyList<Role>>
    {
        [Permission.UseOwnAccount] = Everyone,
        [Permission.ReadContracts] = Participants,
        [Permission.ReadTenders] = Participants,
        [Permission.ReadEvidence] = Participants,
        [Permission.ReadReports] = Participants,
        [Permission.ReadTemplates] = Everyone,
        [Permission.ReadAudit] = [Role.Auditor],

        [Permission.DraftProject] = [Role.Purchaser],
        [Permission.PublishTender] = [Role.Purchaser],
        [Permission.AssignPanel] = [Role.Purchaser],
        [Permission.OpenBids] = [Role.Purchaser],
        [Permission.RankBids] = [Role.Purchaser],
        [Permission.AwardTender] = [Role.Purchaser],
        [Permission.FailTender] = [Role.Purchaser],
        [Permission.SignContract] = [Role.Purchaser],
        [Permission.SubmitBid] = [Role.Agency],

        [Permission.ReportService] = [Role.Agency],
        [Permission.ReportVacancy] = [Role.Agency, Role.Purchaser],
        [Permission.UploadEvidence] = [Role.Agency, Role.Evaluator, Role.Purchaser],
        [Permission.ClaimInstalment] = [Role.Agency],
        [Permission.ConfirmInstalment] = [Role.Purchaser],
        [Permission.ReturnInstalment] = [Role.Purchaser, Role.FinanceReviewer],
        [Permission.ApproveInstalment] = [Role.FinanceReviewer],
        [Permission.PayInstalment] = [Role.FinanceReviewer],

        [Permission.AnswerRecusal] = [Role.Evaluator],
        [Permission.Score] = [Role.Evaluator],
        [Permission.OrganiseEvaluation] = [Role.Evaluator],
        [Permission.PublishFinal] = [Role.Purchaser],
        [Permission.FileObjection] = [Role.Agency],
        [Permission.AnswerObjection] = [Role.Purchaser],
        [Permission.RaiseFinding] = [Role.Evaluator],
        [Permission.ReplyToFinding] = [Role.Agency],
        [Permission.VerifyFinding] = [Role.Evaluator],
        [Permission.AcceptService] = [Role.Purchaser],
        [Permission.EndContract] = [Role.Purchaser],

        [Permission.ImportContracts] = [Role.Purchaser],
        [Permission.UploadTemplate] = [Role.Administrator, Role.Purchaser],
        [Permission.PublishTemplate] = [Role.Administrator, Role.Purchaser],
        [Permission.ManageAccounts] = [Role.Administrator],
        [Permission.ManageOwnPeople] = [Role.Agency],
        [Permission.ManageParties] = [Role.Administrator],
    };

    public static bool Allows(this Role role, Permission permission) => Table[permission].Contains(role);
}
