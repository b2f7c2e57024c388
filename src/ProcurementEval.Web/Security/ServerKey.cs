namespace ProcurementEval.Web.Security;

/// <summary>The server's key in a file of its own (32 bytes, readable by its owner only), beside the data but never in the database.</summary>
public static class ServerKey
{
    /// <summary>Reads the key, or makes it when there is none.</summary>
    /// <exception cref="SealException">The file has another length.</exception>
    public static byte[] At(string path, Func<int, byte[]> random)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (!File.Exists(path))
        {
            var temporary = path + ".new";
            using (var file = new FileStream(temporary, Options()))
            {
                file.Write(random(BidSeal.KeyBytes));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == BidSeal.KeyBytes ? key : throw new SealException("SealKeyFileDamaged", path);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
