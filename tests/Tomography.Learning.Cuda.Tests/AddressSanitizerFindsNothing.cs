using System.Diagnostics;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>
/// The kernels under the compiler's own address sanitizer, in a process of its own that finds the emulated card as a driver: all memory of
/// the card but what was allocated is poisoned.
/// </summary>
public sealed class AddressSanitizerFindsNothing
{
    [AddressSanitizerFact]
    public void In_trainings_of_cohorts_and_in_crystals_of_a_thousand_sites()
    {
        var (code, text) = Run(null, "Seeds_and_features", "thousand");
        code.ShouldBe(0, text);
        text.ShouldContain("3 passed, 0 failed on cuda:0, Emulated GPU.");
    }

    [AddressSanitizerFact]
    public void But_a_write_past_the_end()
    {
        using var folder = new TemporaryFolder();
        var defect = new PlantedDefect("a write past the end", "update.cu", "if (at >= s.sizes[model]) return;", "", "");
        foreach (var file in Directory.GetFiles(KernelSources.Folder))
            File.WriteAllText(folder.PathOf(Path.GetFileName(file)), defect.Plant(Path.GetFileName(file), File.ReadAllText(file)));
        var (code, text) = Run(folder.PathOf("."), "Seeds_and_features");
        code.ShouldNotBe(0);
        text.ShouldContain("AddressSanitizer: use-after-poison");
        text.ShouldContain("in update");
    }

    private static (int Code, string Text) Run(string? kernels, params string[] tests)
    {
        using var driver = new EmulatedDriver(kernels, ["-O1", "-g", .. NativeCompiler.AddressSanitizer]);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(AddressSanitizerFindsNothing).Assembly.Location, .. tests])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["LD_LIBRARY_PATH"] = driver.Folder;
        start.Environment["LD_PRELOAD"] = NativeCompiler.AddressSanitizerLibrary;
        // What .NET does with signals and stacks is its own matter; what it holds at the end is no leak.
        start.Environment["ASAN_OPTIONS"] = "detect_leaks=0:handle_segv=0:use_sigaltstack=0:detect_stack_use_after_return=0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text + errors.Result);
    }
}
