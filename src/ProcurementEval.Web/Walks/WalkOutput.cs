using ProcurementEval.Web.Templates;

namespace ProcurementEval.Web.Walks;

/// <summary>Writes all files of a walk or none: each under a temporary name first, renamed only when every one is on the disk and the database has kept the walk, summary.json last.</summary>
internal static class WalkOutput
{
    private const string Temporary = ".writing";

    /// <exception cref="IOException">The folder cannot be written; nothing is left in it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    /// <exception cref="FileRefusedException">A folder stands where a file is to be; nothing is left in it.</exception>
    public static async Task WriteAsync(string folder, IReadOnlyList<(string Name, byte[] Content)> files, Func<Task> keep)
    {
        var made = !Directory.Exists(folder);
        var written = new List<string>();
        try
        {
            Directory.CreateDirectory(folder);
            if (files.Select(f => Path.Combine(folder, f.Name)).FirstOrDefault(Directory.Exists) is { } taken)
            {
                throw new FileRefusedException(taken, 1, "FileIsFolder");
            }

            foreach (var (name, content) in files)
            {
                var path = Path.Combine(folder, name + Temporary);
                written.Add(path);
                WriteThrough(path, content);
            }

            await keep();
            foreach (var path in written)
            {
                File.Move(path, path[..^Temporary.Length], overwrite: true);
            }
        }
        catch
        {
            TakeBack(folder, written, made);
            throw;
        }
    }

    private static void WriteThrough(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static void TakeBack(string folder, List<string> written, bool made)
    {
        try
        {
            written.ForEach(File.Delete);
            if (made && Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What stopped the writing also stops the tidying; the first error is the one to tell.
        }
    }
}
