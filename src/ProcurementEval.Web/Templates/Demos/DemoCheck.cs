using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Templates.Demos;

/// <summary>Checks a demonstration by sense: its accounts belong to its parties, and each varied case passes the checks of cases.</summary>
internal static class DemoCheck
{
    public static IReadOnlyList<FileFault> Faults(Loaded<DemoFile> demo, Catalogue catalogue)
    {
        var (file, contracts) = (demo.Value, demo.Value.Contracts);
        Fault[] own =
        [
            .. Twice(file.Parties.Select(p => p.Code), "parties"),
            .. Twice(file.Accounts.Select(a => a.UserName), "accounts"),
            .. Twice(contracts.Select(c => c.Id), "contracts"),
            .. file.Accounts.Index().Where(a => a.Item.PartyCode is { } code && file.Parties.All(p => p.Code != code)).Select(a => Fault.Block($"accounts/{a.Index}/partyCode", "DemoPartyUnknown", a.Item.PartyCode!)),
        ];
        var varied = contracts.SelectMany((contract, i) => OfCase(file, contract, catalogue, line: demo.File.LineOf($"contracts/{i}"), demo.File.Path));
        return [.. FileCheck.Placed(demo.File, own), .. varied];
    }

    // Only what blocks: a case warns of what it was taken from, and a varied one besides of figures that its other dates change.
    private static IEnumerable<FileFault> OfCase(DemoFile demo, DemoContract contract, Catalogue catalogue, int line, string path)
    {
        try
        {
            var (file, around) = DemoCase.Of(demo, contract, catalogue);
            return FileCheck.Faults(file, around).Where(f => f.Severity == Severity.Block);
        }
        catch (ArgumentException e)
        {
            return [FileFault.Block(path, line, "DemoPathUnknown", contract.Id, e.Message)];
        }
        catch (FileRefusedException e)
        {
            return e.Faults;
        }
    }

    private static IEnumerable<Fault> Twice(IEnumerable<string> codes, string path) => codes.Index()
        .GroupBy(c => c.Item).SelectMany(g => g.Skip(1)).Select(c => Fault.Block($"{path}/{c.Index}", "CodeTwice", c.Item));
}
