using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>The slots of a build: workers are processes of this machine, and one of them says which devices there are.</summary>
/// <param name="command">How a worker is started.</param>
/// <param name="logFolder">Where logs go.</param>
/// <param name="choice">The devices that were asked for.</param>
/// <param name="workers">Workers on the CPU that were asked for; null for as many as there are cores for.</param>
/// <param name="cores">Cores of the machine.</param>
public sealed class DeviceSlots(WorkerCommand command, string logFolder, DeviceChoice choice, int? workers, int cores) : IWorkerSlots
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<WorkerSlot>> FindAsync(CancellationToken cancellation)
    {
        if (choice.IsCpuOnly)
            return await new CpuSlots(new ProcessWorkers(command, logFolder), workers ?? cores).FindAsync(cancellation);
        var plan = SlotPlan.Of(choice, await DeviceQuestion.AskAsync(command, cancellation), workers, cores);
        return [.. plan.Gpus.Select(Slot), .. Enumerable.Repeat(Slot(plan.Cpu), plan.CpuWorkers)];
    }

    private WorkerSlot Slot(DeviceReport device) => new(device, new ProcessWorkers(command, logFolder, device));
}
