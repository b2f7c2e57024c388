using ProcurementEval.Domain.Delivery;
using ProcurementEval.Domain.Measures;
using ProcurementEval.Domain.Workflow;
using static ProcurementEval.Domain.Tests.Evaluations.Rounds;

namespace ProcurementEval.Domain.Tests.Delivery;

public class EvidenceTests
{
    // SHA-256 of "abc" and of no bytes: FIPS 180-2, appendix B.1, and NIST's test vectors.
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string Nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly EvidenceSubject Subject = new(Id(1), Id(2), EvidenceKind.Finding, "B1");
    private static readonly Actor Clerk = Actor.Person("clerk");

    [Fact]
    public void Upload_OfAFile_KeepsItsAddressAndWhoUploadedIt()
    {
        var evidence = Evidence.Upload(Id(3), Subject, new StoredFile("照片.jpg", "image/jpeg", 3, Abc), "补档", At("2025-03-01"), Clerk);

        Assert.Equal((Id(1), Id(2), EvidenceKind.Finding, "B1"), (evidence.ContractId, evidence.About, evidence.Kind, evidence.Item));
        Assert.Equal(("照片.jpg", "image/jpeg", 3L, Abc), (evidence.Name, evidence.MediaType, evidence.Length, evidence.Sha256));
        Assert.Equal(("clerk", At("2025-03-01"), null), (evidence.UploadedBy, evidence.UploadedAt, evidence.InspectedBy));
    }

    [Theory]
    [InlineData(0, Abc)]
    [InlineData(3, Nothing)]
    public void Upload_OfNothing_IsRefused(long length, string sha256) => Assert.Equal(
        [new Unmet("ContentEmpty", "空.pdf")],
        Unmet(() => Evidence.Upload(Id(3), Subject, new StoredFile("空.pdf", "application/pdf", length, sha256), note: null, At("2025-03-01"), Clerk)));

    [Fact]
    public void Inspect_OnSite_RecordsTheInspectorAndNoContent()
    {
        var without = Inspect("个案档案", sha256: null);
        var with = Inspect("个案档案", Abc.ToUpperInvariant());

        Assert.Equal((null, null, null, "clerk"), (without.Sha256, without.MediaType, without.Length, without.InspectedBy));
        Assert.Equal(Abc, with.Sha256);
    }

    [Theory]
    [InlineData("档案", Nothing, "ContentEmpty")]
    [InlineData("档案", "ba78", "HashUnreadable")]
    [InlineData("档案", "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "HashUnreadable")]
    [InlineData(" ", null, "EvidenceNameMissing")]
    public void Inspect_WithABadHashOrNoName_IsRefused(string name, string? sha256, string code) => Assert.Equal(code, Assert.Single(Unmet(() => Inspect(name, sha256))).Code);

    private static Evidence Inspect(string name, string? sha256) => Evidence.Inspect(Id(3), Subject, name, sha256, note: null, At("2025-03-01"), Clerk);
}
