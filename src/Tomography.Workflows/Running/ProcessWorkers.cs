namespace Tomography.Workflows;

/// <summary>Workers that are processes of this machine, in the mode <c>serve</c>.</summary>
/// <param name="command">How one is started.</param>
/// <param name="logFolder">Where their logs go.</param>
/// <param name="device">Where they compute; a core of the CPU where it is left out.</param>
public sealed class ProcessWorkers(WorkerCommand command, string logFolder, DeviceReport? device = null) : IWorkerSource
{
    /// <inheritdoc/>
    public string Name => command.Program;

    /// <summary>What the device likes best; 1 for a core.</summary>
    public int CohortSize => device?.CohortSize ?? 1;

    /// <inheritdoc/>
    public IWorker Start(StoreFolders folders, int number)
    {
        string[] serve = ["serve", "--store", folders.Root, "--device", device?.Id ?? DeviceKind.Cpu];
        return ProcessWorker.Start(command with { Arguments = [.. command.Arguments, .. serve] }, logFolder, number);
    }
}
