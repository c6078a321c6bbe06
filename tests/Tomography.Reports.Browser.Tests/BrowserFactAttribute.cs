using Xunit;

namespace Tomography.Reports.Tests;

/// <summary>A test that needs the browser Chromium; skipped, visibly, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTheoryAttribute.WhyNot;
}
