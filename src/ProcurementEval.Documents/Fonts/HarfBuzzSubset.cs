using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace ProcurementEval.Documents.Fonts;

/// <summary>The subsetter of HarfBuzz, which its .NET binding leaves out.</summary>
internal static partial class HarfBuzzSubset
{
    private const string Library = "libHarfBuzzSharp";

    /// <summary>The face cut down to the glyphs of these code points, as a font file.</summary>
    public static unsafe byte[] Cut(Face face, IEnumerable<int> codePoints)
    {
        var input = hb_subset_input_create_or_fail();
        var set = hb_subset_input_unicode_set(input);
        foreach (var codePoint in codePoints)
        {
            hb_set_add(set, (uint)codePoint);
        }

        var subset = hb_subset_or_fail(face.Handle, input);
        hb_subset_input_destroy(input);
        if (subset == 0)
        {
            throw new InvalidOperationException("HarfBuzz could not cut the font down to the characters used.");
        }

        var blob = hb_face_reference_blob(subset);
        var bytes = new ReadOnlySpan<byte>(hb_blob_get_data(blob, out var length), (int)length).ToArray();
        hb_blob_destroy(blob);
        hb_face_destroy(subset);
        return bytes;
    }

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint hb_subset_input_unicode_set(nint input);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial void hb_set_add(nint set, uint codePoint);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint hb_subset_or_fail(nint face, nint input);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static unsafe partial byte* hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial void hb_blob_destroy(nint blob);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial void hb_face_destroy(nint face);
}
