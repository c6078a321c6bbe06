using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>A test on the GPU of this machine; skipped, with the reason, where it has none that works.</summary>
internal sealed class GpuFactAttribute : FactAttribute
{
    public GpuFactAttribute() => Skip = TestCard.Obstacle;
}
