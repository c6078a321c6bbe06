namespace Tomography.Workflows.Tests;

/// <summary>
/// A theory whose processes see a clock that jumps; skipped, visibly, where libfaketime (Debian's package <c>faketime</c>) is not
/// installed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClockTheoryAttribute : TheoryAttribute
{
    public ClockTheoryAttribute()
    {
        if (Library is null) Skip = "Needs libfaketime: apt-get install faketime.";
    }

    /// <summary>Full path of the library that stands between a process and its clock; null where there is none.</summary>
    public static string? Library { get; } = !Directory.Exists("/usr/lib") ? null : Directory.EnumerateDirectories("/usr/lib")
        .Select(folder => Path.Combine(folder, "faketime", "libfaketime.so.1")).FirstOrDefault(File.Exists);
}
