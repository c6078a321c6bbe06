using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>So many slots of the CPU, without asking anybody.</summary>
/// <param name="source">Where workers come from.</param>
/// <param name="workers">Workers at a time, at least 1.</param>
public sealed class CpuSlots(IWorkerSource source, int workers) : IWorkerSlots
{
    /// <inheritdoc/>
    public Task<ImmutableArray<WorkerSlot>> FindAsync(CancellationToken cancellation)
    {
        var slot = new WorkerSlot(new(DeviceKind.Cpu, DeviceKind.Cpu, null, source.CohortSize), source);
        return Task.FromResult<ImmutableArray<WorkerSlot>>([.. Enumerable.Repeat(slot, workers)]);
    }
}
