namespace Tomography.Workflows;

/// <summary>What cores of the CPU leave to GPUs.</summary>
internal static class CpuShare
{
    /// <summary>
    /// Whether a core should begin a model: not where the GPUs would be done with all that is left before it. What is not known holds
    /// nothing up.
    /// </summary>
    /// <param name="cpuSeconds">What the core needs for it; null where no like model was trained on a core in this run.</param>
    /// <param name="gpuSeconds">
    /// What the GPUs need for all that no core trains, the model included; null where they have not trained anything in this run.
    /// </param>
    public static bool ShouldBegin(double? cpuSeconds, double? gpuSeconds) =>
        cpuSeconds is not { } cpu || gpuSeconds is not { } gpu || cpu <= gpu;
}
