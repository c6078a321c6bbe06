using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>A test over several rows that needs the browser Chromium; skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = WhyNot;

    /// <summary>Why such tests cannot be run here; null where they can.</summary>
    internal static string? WhyNot => File.Exists(Chromium.Program) ? null : $"{Chromium.Program} is not there (Debian: chromium).";
}
