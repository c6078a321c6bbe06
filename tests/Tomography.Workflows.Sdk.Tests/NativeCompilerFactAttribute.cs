using Tomography.Testing;
using Xunit;

namespace Tomography.Workflows.Sdk.Tests;

/// <summary>A test that compiles a driver with an emulated card; skipped where there is no compiler.</summary>
public sealed class NativeCompilerFactAttribute : FactAttribute
{
    public NativeCompilerFactAttribute() => Skip = NativeCompiler.Obstacle;
}
