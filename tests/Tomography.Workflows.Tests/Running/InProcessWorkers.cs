using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Workers that are threads of this process: the worker's own loop and trainer over pipes in memory.</summary>
/// <param name="device">Where they compute.</param>
/// <param name="cohortSize">How many models they train in step.</param>
internal sealed class InProcessWorkers(IComputeDevice device, int cohortSize) : IWorkerSource
{
    private int _started;

    public string Name => "in this process";

    public int CohortSize => cohortSize;

    /// <summary>How many were started.</summary>
    public int Started => _started;

    public IWorker Start(StoreFolders folders, int number)
    {
        Interlocked.Increment(ref _started);
        return new InProcessWorker(folders, device);
    }
}
