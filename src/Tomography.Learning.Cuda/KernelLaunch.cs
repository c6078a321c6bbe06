namespace Tomography.Learning.Cuda;

/// <summary>One launch of a kernel.</summary>
/// <param name="Kernel">Its name.</param>
/// <param name="X">Blocks along x, at least 1.</param>
/// <param name="Y">Blocks along y: the models, or their heads; at least 1.</param>
/// <param name="Z">Blocks along z, at least 1.</param>
/// <param name="Threads">Threads of a block.</param>
/// <param name="SharedFloats">Shared memory of a block, in floats.</param>
/// <param name="Arguments">What differs from launch to launch.</param>
internal readonly record struct KernelLaunch(
    string Kernel, int X, int Y, int Z, int Threads, int SharedFloats, LaunchArguments Arguments)
{
    /// <summary>Whether blocks along y are the heads of models, not the models.</summary>
    public bool IsOfHeads { get; init; }

    /// <summary>Shared memory of a block, in bytes.</summary>
    public int SharedBytes => 4 * SharedFloats;
}
