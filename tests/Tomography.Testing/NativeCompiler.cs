using System.Diagnostics;

namespace Tomography.Testing;

/// <summary>The C++ compiler of this machine: clang where it is installed, else g++.</summary>
public static class NativeCompiler
{
    private static readonly string[] s_names = ["clang++-19", "clang++", "g++"];

    /// <summary>Why kernels cannot be compiled here; null where they can.</summary>
    public static string? Obstacle => !Environment.Is64BitProcess || !OperatingSystem.IsLinux()
        ? "Kernels are emulated on Linux for x64 alone."
        : Path is null ? "Needs a C++ compiler: apt-get install clang-19, or g++." : null;

    /// <summary>Where the compiler is; null where there is none.</summary>
    public static string? Path { get; } = s_names.Select(Find).FirstOrDefault(p => p is not null);

    /// <summary>Options that have the compiler's address sanitizer check all accesses to memory.</summary>
    public static string[] AddressSanitizer => IsClang ? ["-fsanitize=address", "-shared-libasan"] : ["-fsanitize=address"];

    /// <summary>The sanitizer's library, which a process must load before all others; null where it is not installed.</summary>
    public static string? AddressSanitizerLibrary
    {
        get
        {
            if (Path is null) return null;
            var library = Run(Path, "-print-file-name=" + (IsClang ? "libclang_rt.asan-x86_64.so" : "libasan.so")).Trim();
            return File.Exists(library) ? library : null;
        }
    }

    private static bool IsClang => Path?.Contains("clang", StringComparison.Ordinal) == true;

    /// <summary>Runs a compiler and gives what it said.</summary>
    /// <exception cref="InvalidOperationException">It fails; the message is what it said.</exception>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.Result
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}\n{said}{output.Result}");
    }

    /// <summary>The full path of a program; null where it is not installed.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
