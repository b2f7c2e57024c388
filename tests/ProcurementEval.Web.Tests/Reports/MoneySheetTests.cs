using ProcurementEval.Documents.Model;
using ProcurementEval.Domain.Contracts;
using ProcurementEval.Domain.Funding;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Parties;
using ProcurementEval.Domain.Projects;
using ProcurementEval.Domain.Scoring;
using ProcurementEval.Web.Features.Reports;

namespace ProcurementEval.Web.Tests.Reports;

public sealed class MoneySheetTests
{
    private static readonly DateTimeOffset At = new(2025, 10, 9, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sheet_WithoutResult_ShowsThePlannedInstalments()
    {
        // 30, 55 and 15 % of 2,445,000.
        var input = Input("xinhu-2024", 2445000m, total: null);
        var sheets = new Sheets(MoneySheet.Of(input));
        sheets.AssertFormulasAgree();
        Assert.Equal(733500m, sheets.Figure("instalments", "1", "planned"));
        Assert.Equal(1344750m, sheets.Figure("instalments", "2", "planned"));
        Assert.Equal(366750m, sheets.Figure("instalments", "3", "planned"));
        Assert.Equal(2445000m, sheets.Figure("instalments", "(total)", "payable"));
        Assert.Equal(2445000m, sheets.Figure("balance", "unpaid", "amount"));
        Assert.Equal(0m, sheets.Figure("balance", "difference", "amount"));
    }

    [Fact]
    public void Sheet_AtEightyOne_WithholdsTheFormulasSum()
    {
        // (90 − 81) ÷ 90 × 6,929,000 = 692,900; the last instalment is 34 % = 2,355,860 and pays 1,662,960.
        var sheets = new Sheets(MoneySheet.Of(Input("longhua-2024", 6929000m, 81m)));
        sheets.AssertFormulasAgree();
        Assert.Equal(692900m, sheets.Figure("instalments", "3", "score-formula"));
        Assert.Equal(1662960m, sheets.Figure("instalments", "3", "payable"));
        Assert.Equal(6236100m, sheets.Figure("balance", "paid", "amount"));
        Assert.Equal(692900m, sheets.Figure("balance", "deducted", "amount"));
        Assert.Equal(0m, sheets.Figure("balance", "difference", "amount"));
        Assert.Equal("得分扣款公式：(90 − 81.00) × 6,929,000.00 ÷ 90", sheets.Text("deductions", "3.1", "working"));
    }

    [Fact]
    public void Sheet_AtFortyFive_ClaimsTheRestBack()
    {
        // (90 − 45) ÷ 90 × 6,929,000 = 3,464,500; 2,355,860 is withheld and 1,108,640 is claimed back.
        var sheets = new Sheets(MoneySheet.Of(Input("longhua-2024", 6929000m, 45m)));
        sheets.AssertFormulasAgree();
        Assert.Equal(0m, sheets.Figure("instalments", "3", "payable"));
        Assert.Equal(3464500m, sheets.Figure("deductions", "3.1", "amount"));
        Assert.Equal(1108640m, sheets.Figure("claims", "(total)", "amount"));
        Assert.Equal(3464500m, sheets.Figure("balance", "deducted", "amount"));
        Assert.Equal(0m, sheets.Figure("balance", "difference", "amount"));
    }

    [Fact]
    public void Sheet_OfVacancy_HasAColumnOfItsOwnReasonAndItsWorking()
    {
        // One post empty for 30 days: 30 × 169,000 ÷ 365 = 13,890.41, and at 81.00 the formula's 692,900: 2,355,860 − 706,790.41 = 1,649,069.59.
        var sheets = new Sheets(MoneySheet.Of(Input("longhua-2024", 6929000m, 81m, vacancies: [new(1, 30)])));
        sheets.AssertFormulasAgree();
        Assert.Equal(13890.41m, sheets.Figure("instalments", "3", "vacancy"));
        Assert.Equal(1649069.59m, sheets.Figure("instalments", "3", "payable"));
        Assert.Equal("空缺岗位日：1 × 30 = 30；空缺扣款：30 × 169,000.00 ÷ 365", sheets.Text("deductions", "3.1", "working"));
    }

    [Fact]
    public void Sheet_OfALatePayment_ShowsTheInterest()
    {
        // 733,500 × 0.0005 × 10 = 3,667.50
        var interest = LateInterest.Of(Money.FromYuan(733500m), new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 11), InterestBasis.SmeRule);
        var sheets = new Sheets(MoneySheet.Of(Input("xinhu-2024", 2445000m, total: null) with { Interest = new Dictionary<int, LateInterest> { [1] = interest } }));
        Assert.Equal(3667.50m, sheets.Figure("interest", "1", "amount"));
        Assert.Equal(10m, sheets.Figure("interest", "1", "days"));
    }

    [Fact]
    public void Sheet_InEnglish_NamesStatesAndReasons()
    {
        var document = MoneySheet.Of(Input("longhua-2024", 6929000m, 81m), System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
        var sheets = new Sheets(document);
        Assert.Equal("Paid", sheets.Text("instalments", "3", "state"));
        Assert.Equal("Deduction by score", sheets.Text("deductions", "3.1", "reason"));
        Assert.Contains("Withheld: Deduction by score", document.Sections[0].Blocks.OfType<Table>().First().Columns.Select(c => c.Head));
        Assert.Equal("Page {0} of {1}", document.PageOf);
    }

    // All instalments are released by the signature, so that the money is tested alone; with a total they are settled and paid.
    private static MoneySheetInput Input(string plan, decimal sum, decimal? total, params VacantPosts[] vacancies)
    {
        var loaded = ReportCase.Catalogue.Plan(new TemplateReference(plan, 1));
        var signed = loaded.Value with { Instalments = [.. loaded.Value.Instalments.Select(i => i with { Release = [new StageReached(ContractStage.Signed)] })] };
        var terms = new ContractTerms("HT-2024-02", ReportCase.NewId(), ReportCase.NewId(), ReportCase.NewId(), Money.FromYuan(sum), new DateOnly(2024, 10, 1), new DateOnly(2025, 9, 30), 1);
        var contract = Contract.Draft(terms, signed, loaded.Freeze(plan, 1), ReportCase.NewId);
        contract.Sign(new DateOnly(2024, 9, 30), At, ReportCase.By);
        if (total is { } figure)
        {
            Settle(contract, figure, vacancies);
        }

        return new MoneySheetInput
        {
            Project = ReportCase.Project(loaded),
            Contract = contract,
            Purchaser = ReportCase.Party("自拟街道办事处", PartyKind.Purchaser),
            Agency = ReportCase.Party("自拟社工中心", PartyKind.Agency),
            Bands = loaded.Value.Bands,
            CreatedAt = At,
        };
    }

    private static void Settle(Contract contract, decimal total, VacantPosts[] vacancies)
    {
        var calendar = ReportCase.Catalogue.Calendar("china").Value;
        foreach (var instalment in contract.Instalments)
        {
            var isLast = instalment == contract.Instalments[^1];
            instalment.Release(
                Settlement.Of(new SettlementBasis(contract.Sum, instalment.Planned, isLast ? [.. instalment.Rule.Adjustments.Where(a => a is not Vacancy || vacancies.Length > 0)] : [])
                {
                    PaidBefore = contract.Instalments.Sum(i => i.Paid),
                    Result = new RatedResult(total, "good", Vetoed: false),
                    Vacancies = vacancies,
                }),
                At,
                ReportCase.By);
            if (!instalment.Payable.IsPositive)
            {
                instalment.Waive(At, ReportCase.By);
                continue;
            }

            instalment.Claim(new Invoice("FP-1", instalment.Payable, new DateOnly(2025, 10, 9)), new Domain.Measures.Term(30, Counting.Calendar), calendar, At, ReportCase.By);
            instalment.Confirm(At, ReportCase.By);
            instalment.Approve(At, ReportCase.By);
            instalment.Pay(At, ReportCase.By);
        }
    }
}
