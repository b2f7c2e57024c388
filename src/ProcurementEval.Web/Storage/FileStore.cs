using System.Security.Cryptography;

namespace ProcurementEval.Web.Storage;

/// <summary>
/// Contents by their SHA-256 under one folder: ab/cd/abcd….
/// What is stored is on the disk, whole, before anybody may record it; what was never recorded stays, for a file too many harms nobody and one too few does.
/// </summary>
public sealed class FileStore(string root)
{
    private const string Temporary = ".upload";
    private const int HashLength = 64;
    private const decimal Megabyte = 1_048_576m;

    /// <summary>Takes a content; returns when it is safe, with its address and its length in bytes.</summary>
    /// <param name="content">Read to its end.</param>
    /// <param name="limit">The most bytes that are taken.</param>
    /// <param name="cancellation">The upload has stopped.</param>
    /// <exception cref="UploadRefusedException">Longer than the limit, or the disk is full or fails; nothing is kept.</exception>
    public async Task<(string Sha256, long Length)> StoreAsync(Stream content, long limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        var temporary = Path.Combine(root, Path.GetRandomFileName() + Temporary);
        try
        {
            var (sha256, length) = await WriteAsync(content, temporary, limit, cancellation);

            // Over an equal content too: that makes it whole again.
            OnDisk(() =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
                File.Move(temporary, PathOf(sha256), overwrite: true);
            });
            return (sha256, length);
        }
        catch
        {
            Forget(temporary);
            throw;
        }
    }

    /// <summary>Opens a content for reading.</summary>
    /// <exception cref="UploadRefusedException">There is none of this address.</exception>
    public Stream Open(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return IsHash(sha256) && File.Exists(PathOf(sha256))
            ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
            : throw new UploadRefusedException("StoredFileMissing");
    }

    /// <summary>Removes what uploads left that were cut off with the program; to be called at its start, before it takes any.</summary>
    public int Sweep()
    {
        string[] found = Directory.Exists(root) ? Directory.GetFiles(root, "*" + Temporary) : [];
        Array.ForEach(found, File.Delete);
        return found.Length;
    }

    private static async Task<(string Sha256, long Length)> WriteAsync(Stream content, string path, long limit, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = OnDisk(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        });
        var (buffer, length) = (new byte[81_920], 0L);
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if ((length += read) > limit)
            {
                throw new UploadRefusedException("UploadTooLong", Math.Round(limit / Megabyte, 2));
            }

            hash.AppendData(buffer, 0, read);
            OnDisk(() => file.Write(buffer, 0, read));
        }

        OnDisk(() => file.Flush(flushToDisk: true));
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    // Only what the disk says: an upload that stops is not its fault.
    private static void OnDisk(Action act) => OnDisk(() =>
    {
        act();
        return true;
    });

    private static T OnDisk<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw UploadRefusedException.Of(e);
        }
    }

    private static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Swept at the next start; the first error is the one to tell.
        }
    }

    private static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string sha256) => Path.Combine(root, sha256[..2], sha256[2..4], sha256);
}
