using System.Runtime.InteropServices;
using Tomography.Testing;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>The kernels compiled for the CPU with the emulator of a GPU: one library, loaded once per folder.</summary>
internal sealed unsafe class Emulator : IDisposable
{

    private readonly nint _library;
    private readonly TemporaryFolder _folder = new();

    /// <summary>Compiles and loads.</summary>
    /// <param name="isChecked">Whether each access to memory is checked: a hundred times slower.</param>
    /// <param name="edit">Changes the sources before they are compiled: file name and text to text.</param>
    /// <param name="options">More options for the compiler.</param>
    public Emulator(bool isChecked = false, Func<string, string, string>? edit = null, params string[] options)
    {
        var sources = KernelSources.Folder;
        var kernels = Directory.CreateDirectory(_folder.PathOf("kernels")).FullName;
        foreach (var file in Directory.GetFiles(sources).Where(f => Path.GetExtension(f) is ".cu" or ".h"))
        {
            var text = File.ReadAllText(file);
            File.WriteAllText(Path.Combine(kernels, Path.GetFileName(file)), edit?.Invoke(Path.GetFileName(file), text) ?? text);
        }

        var own = Repository.PathOf("tests", "Tomography.Learning.Cuda.Tests", "Emulation");
        string[] common = ["-std=c++17", "-fPIC", "-mavx2", "-mfma", "-ffp-contract=off", "-Wno-unknown-pragmas", "-fvisibility=hidden"];
        string[] how = isChecked ? ["-O1", "-fsanitize=thread"] : ["-O2"];
        string kernelsObject = _folder.PathOf("kernels.o"), emulatorObject = _folder.PathOf("emulator.o");
        var library = _folder.PathOf("emulator.so");
        var compiler = NativeCompiler.Path!;
        NativeCompiler.Run(
            compiler,
            [.. common, .. how, .. options, "-I", kernels, "-x", "c++", "-c", Path.Combine(own, "kernels.cpp"), "-o", kernelsObject]);
        NativeCompiler.Run(compiler, [.. common, "-O2", "-c", Path.Combine(own, "emulator.cpp"), "-o", emulatorObject]);
        NativeCompiler.Run(compiler, "-shared", "-o", library, kernelsObject, emulatorObject);
        _library = NativeLibrary.Load(library);
        IsChecked = isChecked;
    }

    /// <summary>Whether each access to memory is checked.</summary>
    public bool IsChecked { get; }

    /// <summary>A GPU with so much memory, whose threads run in an order that a seed decides.</summary>
    public EmulatedGpu Open(ulong seed = 1, long bytes = 1L << 32) => new(this, seed, bytes);

    /// <summary>The size of one of the structures that kernels and C# share.</summary>
    public int SizeOf(string structure) => ((delegate* unmanaged<int>)Export("size_of_" + structure))();

    /// <summary>The address of a function.</summary>
    public nint Export(string name) => NativeLibrary.GetExport(_library, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeLibrary.Free(_library);
        _folder.Dispose();
    }
}
