namespace Tomography.Workflows;

/// <summary>Workers that are processes of this machine, in the mode <c>serve</c>.</summary>
/// <param name="command">How one is started.</param>
/// <param name="logFolder">Where their logs go.</param>
public sealed class ProcessWorkers(WorkerCommand command, string logFolder) : IWorkerSource
{
    /// <inheritdoc/>
    public string Name => command.Program;

    /// <summary>1, what a core likes best.</summary>
    public int CohortSize => 1;

    /// <inheritdoc/>
    public IWorker Start(StoreFolders folders, int number) =>
        ProcessWorker.Start(command with { Arguments = [.. command.Arguments, "serve", "--store", folders.Root] }, logFolder, number);
}
