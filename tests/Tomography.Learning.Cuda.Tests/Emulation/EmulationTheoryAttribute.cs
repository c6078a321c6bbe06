using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>A test that compiles the kernels for the CPU; skipped where there is no compiler.</summary>
internal sealed class EmulationTheoryAttribute : TheoryAttribute
{
    public EmulationTheoryAttribute() => Skip = TestCard.Obstacle is null ? null : NativeCompiler.Obstacle;
}
