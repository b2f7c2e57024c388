using ProcurementEval.Domain.Measures;

namespace ProcurementEval.Web.Storage;

/// <summary>The one way in for people's files: checked first, then stored, and only then recorded by the caller.</summary>
public sealed class Uploads(FileStore store)
{
    /// <exception cref="UploadRefusedException">Of no kind that is taken, empty, not what its name says, too long, or the disk fails; nothing is kept.</exception>
    public async Task<StoredFile> TakeAsync(string name, Stream content, long limit, CancellationToken cancellation)
    {
        var (shown, mediaType) = FileKinds.Check(name, content);
        var (sha256, length) = await store.StoreAsync(content, limit, cancellation);
        return new StoredFile(shown, mediaType, length, sha256);
    }
}
