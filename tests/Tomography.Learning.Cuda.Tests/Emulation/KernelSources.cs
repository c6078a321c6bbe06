using Tomography.Testing;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Where the kernels' sources are.</summary>
internal static class KernelSources
{
    /// <summary>Their folder.</summary>
    public static string Folder => Repository.PathOf("src", "Tomography.Learning.Cuda", "Kernels");
}
