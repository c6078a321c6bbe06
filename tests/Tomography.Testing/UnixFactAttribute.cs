using Xunit;

namespace Tomography.Testing;

/// <summary>A fact about what only Unix has, like pipes in folders; skipped, visibly, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no pipes in folders.";
    }
}
