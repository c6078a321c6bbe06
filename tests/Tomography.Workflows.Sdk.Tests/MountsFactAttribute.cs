using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>A fact that mounts file systems of its own, and is skipped, visibly, where the user or the system may not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountsFactAttribute : FactAttribute
{
    public MountsFactAttribute()
    {
        if (!CanMount) Skip = "Needs 'unshare -rm' and a mount of tmpfs, which this user or system does not allow.";
    }

    private static bool CanMount { get; } = Try();

    private static bool Try()
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("unshare", ["-rm", "/bin/sh", "-c", "mount -t tmpfs tmpfs /mnt"])
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                }
            )!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
