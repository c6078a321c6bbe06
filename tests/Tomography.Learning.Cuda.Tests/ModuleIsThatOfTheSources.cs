using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>What the driver is given was made of the sources that stand beside it, and says what the numbers need.</summary>
public sealed partial class ModuleIsThatOfTheSources
{
    private static readonly string s_ptx = Encoding.ASCII.GetString(KernelModule.Ptx).TrimEnd('\0');

    [Fact]
    public void Its_first_line_is_the_hash_of_all_sources_and_of_the_command()
    {
        var command = File.ReadLines(Path.Combine(KernelSources.Folder, "compile"))
            .Single(line => line.StartsWith("command=", StringComparison.Ordinal))["command=\"".Length..^1];
        var text = new StringBuilder(command).Append('\n');
        var files = Directory.GetFiles(KernelSources.Folder).Where(f => Path.GetExtension(f) is ".cu" or ".h")
            .OrderBy(Path.GetFileName, StringComparer.Ordinal);
        foreach (var file in files) text.Append(Path.GetFileName(file)).Append('\n').Append(File.ReadAllText(file));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        s_ptx[..s_ptx.IndexOf('\n', StringComparison.Ordinal)].ShouldBe(
            "// sources " + hash, "the kernels changed: run src/Tomography.Learning.Cuda/Kernels/compile");
    }

    [CompilerFact]
    public void The_compiler_that_made_it_makes_the_same_again()
    {
        using var folder = new TemporaryFolder();
        NativeCompiler.Run(Path.Combine(KernelSources.Folder, "compile"), folder.PathOf("."));
        File.ReadAllText(folder.PathOf("kernels.ptx")).ShouldBe(s_ptx);
    }

    [Fact]
    public void It_holds_every_kernel_of_the_sources() =>
        Entry().Matches(s_ptx).Select(m => m.Groups["name"].Value).ShouldBe(KernelNames.All, ignoreOrder: true);

    [Fact]
    public void Each_kernel_says_how_many_threads_its_blocks_have() =>
        Entry().Count(s_ptx).ShouldBe(s_ptx.Split(".maxntid").Length - 1);

    [Fact]
    public void Every_operation_on_numbers_rounds_and_none_flushes_small_ones_to_zero()
    {
        var operations = Operation().Matches(s_ptx).Select(m => m.Value).Distinct().ToArray();
        operations.ShouldContain("fma.rn.f32");
        operations.ShouldContain("sqrt.rn.f64");
        foreach (var operation in operations) operation.ShouldMatch(@"^(add|sub|mul|fma|div|rcp|sqrt)\.rn\.f(32|64)$");
        s_ptx.ShouldNotContain(".ftz");
        s_ptx.ShouldNotContain(".approx");
        // These drop what is not a number.
        s_ptx.ShouldNotMatch(@"\b(min|max)\.(f32|f64)");
        s_ptx.ShouldNotMatch(@"\b(atom|red|shfl)\.");
    }

    [GeneratedRegex(@"\.visible \.entry (?<name>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"\b(add|sub|mul|mad|fma|div|rcp|sqrt|rsqrt|sin|cos|ex2|lg2|tanh)(\.\w+)*\.f(32|64)\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Operation();
}
