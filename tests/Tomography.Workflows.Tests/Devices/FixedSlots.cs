using System.Collections.Immutable;
using Tomography.Learning;

namespace Tomography.Workflows.Tests;

/// <summary>Slots of devices in this process.</summary>
internal sealed class FixedSlots(params WorkerSlot[] slots) : IWorkerSlots
{
    public Task<ImmutableArray<WorkerSlot>> FindAsync(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<WorkerSlot>>([.. slots]);

    /// <summary>A slot with its own workers.</summary>
    public static WorkerSlot Of(IComputeDevice device) =>
        new(new(device.Id, device.Name, null, device.CohortSize), new InProcessWorkers(device, device.CohortSize));
}
