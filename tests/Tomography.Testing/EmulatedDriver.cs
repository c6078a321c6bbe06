namespace Tomography.Testing;

/// <summary>
/// A driver of NVIDIA that is none: a library <c>libcuda.so.1</c> whose card is emulated on the CPU, for processes that tests start.
/// <c>driver.cpp</c> says by which variables of the environment its cards are told what they are and when they fail.
/// </summary>
public sealed class EmulatedDriver : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Compiles it.</summary>
    /// <param name="kernels">The folder of the kernels' sources; those of the program where it is null.</param>
    /// <param name="options">More options for the compiler.</param>
    public EmulatedDriver(string? kernels = null, params string[] options)
    {
        var sources = Repository.PathOf("tests", "Tomography.Learning.Cuda.Tests", "Emulation");
        NativeCompiler.Run(
            NativeCompiler.Path!,
            [
                "-std=c++17", "-O2", "-fPIC", "-shared", "-mavx2", "-mfma", "-ffp-contract=off", "-Wno-unknown-pragmas",
                "-fvisibility=hidden", .. options,
                "-I", kernels ?? Repository.PathOf("src", "Tomography.Learning.Cuda", "Kernels"), "-x", "c++",
                .. new[] { "kernels.cpp", "emulator.cpp", "driver.cpp" }.Select(f => Path.Combine(sources, f)),
                "-o", _folder.PathOf("libcuda.so.1"), "-ldl",
            ]);
    }

    /// <summary>Its folder, for <c>LD_LIBRARY_PATH</c>.</summary>
    public string Folder => _folder.PathOf(".");

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
