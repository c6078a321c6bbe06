using Xunit;

namespace Tomography.Evidence.Tests;

/// <summary>A test that takes longer than every change can wait for; skipped, visibly, unless many draws are asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute()
    {
        if (!Evidence.IsLong) Skip = "Takes long: tests/long runs it, or TOMOGRAPHY_EVIDENCE=200.";
    }
}
