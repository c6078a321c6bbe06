using System.Reflection;

namespace Tomography.Store;

/// <summary>Version of the program.</summary>
public static class ProgramVersion
{
    /// <summary>Version and, where it was built from a repository, the commit: <c>0.1.0+4f0c...</c>.</summary>
    public static string Full { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The version alone.</summary>
    public static string Number => Full.Split('+')[0];

    /// <summary>The commit it was built from; empty where it was not built from a repository.</summary>
    public static string Commit => Full.Split('+') is [_, var commit] ? commit : "";
}
