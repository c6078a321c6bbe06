using System.Collections.Concurrent;

namespace Tomography.Workflows;

/// <summary>Tells the results of a run's own workers from those that others put into the same store.</summary>
/// <param name="results">The store.</param>
internal sealed class OwnResults(ResultStore results)
{
    private readonly ConcurrentDictionary<int, bool> _processes = [];

    /// <summary>A worker of the run was started.</summary>
    public void Add(IWorker worker) => _processes[worker.ProcessId] = true;

    /// <summary>Whether a result is there, and one of the workers made it.</summary>
    public bool Contains(JobKey key) =>
        results.Contains(key) && results.Read(key, _ => { })?.Provenance is { Process: { } process } provenance
        && provenance.Host == Environment.MachineName && _processes.ContainsKey(process);
}
