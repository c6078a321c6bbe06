using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>A test that compiles the kernels for a GPU; skipped where the one compiler that made them is not installed.</summary>
internal sealed class CompilerFactAttribute : FactAttribute
{
    private const string Version = "19.1.7";

    public CompilerFactAttribute()
    {
        if (NativeCompiler.Find("clang-19") is not { } clang) Skip = "Needs clang 19: apt-get install clang-19.";
        else if (!NativeCompiler.Run(clang, "--version").Contains(Version, StringComparison.Ordinal))
            Skip = $"Needs clang {Version} itself.";
    }
}
