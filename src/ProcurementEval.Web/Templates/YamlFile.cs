using System.Text;
using ProcurementEval.Domain.Templates;

namespace ProcurementEval.Web.Templates;

/// <summary>A YAML file that could be read: its canonical text (UTF-8 without BOM, LF), that text's SHA-256, and its nodes with their lines.</summary>
public sealed record YamlFile(string Path, string Text, string Sha256, YamlMap Root)
{
    /// <summary>No honest file is larger; a larger one is refused before it is read.</summary>
    public const long MaximumBytes = 4 * 1024 * 1024;

    /// <exception cref="FileRefusedException">Missing, too large, no text, not UTF-8, or no YAML mapping that keeps to plain data.</exception>
    public static YamlFile Read(string path) => Of(path, Bytes(path));

    /// <summary>Reads a file that was sent.</summary>
    /// <exception cref="FileRefusedException">No text, not UTF-8, or no YAML mapping that keeps to plain data.</exception>
    public static YamlFile Of(string path, byte[] bytes)
    {
        var text = Decode(path, bytes).Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
        return new YamlFile(path, text, FrozenText.Hash(text), new YamlParser(path).Parse(text));
    }

    /// <summary>Reads a text that was stored, as when a frozen plan is used again.</summary>
    public static YamlFile Of(string path, string text) => new(path, text, FrozenText.Hash(text), new YamlParser(path).Parse(text));

    public int LineOf(string path) => Root.LineOf(path);

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FileRefusedException(path, 1, "FileIsFolder");
        }

        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                throw new FileRefusedException(path, 1, "FileMissing");
            }

            if (info.Length > MaximumBytes)
            {
                throw new FileRefusedException(path, 1, "FileTooLarge", info.Length, MaximumBytes);
            }

            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FileRefusedException(path, 1, "FileUnreadable", e.Message);
        }
    }

    private static string Decode(string path, byte[] bytes)
    {
        if (Array.Exists(bytes, b => b < (byte)'\t'))
        {
            throw new FileRefusedException(path, 1, "FileNotText");
        }

        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new FileRefusedException(path, 1 + bytes.Take(Math.Max(0, e.Index)).Count(b => b == (byte)'\n'), "NotUtf8");
        }
    }
}
