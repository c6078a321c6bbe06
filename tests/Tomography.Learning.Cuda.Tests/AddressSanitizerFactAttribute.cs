using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>A test under the compiler's address sanitizer; skipped where it is not installed.</summary>
internal sealed class AddressSanitizerFactAttribute : FactAttribute
{
    public AddressSanitizerFactAttribute() => Skip = NativeCompiler.Obstacle
        ?? (NativeCompiler.AddressSanitizerLibrary is null ? "Needs the address sanitizer's library: it comes with clang-19." : null);
}
