using System.Globalization;
using System.Runtime.CompilerServices;

namespace ProcurementEval.Tests;

/// <summary>Sentences follow the language of the environment; tests read 简体中文 unless they say otherwise, whatever machine they run on.</summary>
internal static class Language
{
    [ModuleInitializer]
    internal static void Fix()
    {
        // The test runner reads decimals of inline data by the machine's culture.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
    }
}
