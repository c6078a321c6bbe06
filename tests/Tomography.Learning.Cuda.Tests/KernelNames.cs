using System.Text.RegularExpressions;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>The kernels that the sources define.</summary>
internal static partial class KernelNames
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> All =>
    [
        .. Directory.GetFiles(KernelSources.Folder, "*.cu").Order(StringComparer.Ordinal)
            .SelectMany(file => Definition().Matches(File.ReadAllText(file)).Select(m => m.Groups["name"].Value)),
    ];

    [GeneratedRegex(@"^(CROWDED_)?KERNEL\((?<name>\w+), ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Definition();
}
