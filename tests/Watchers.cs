using System.Runtime.CompilerServices;

namespace ProcurementEval.Tests;

/// <summary>A hundred sites are started one after another, and no file of theirs changes: the system's watchers would run out.</summary>
internal static class Watchers
{
    [ModuleInitializer]
    internal static void DoWithout()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
