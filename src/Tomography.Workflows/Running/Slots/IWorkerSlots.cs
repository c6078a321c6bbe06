using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Finds the places where workers can train. It is asked when there is something to train, and then once.</summary>
public interface IWorkerSlots
{
    /// <summary>The slots, at least one.</summary>
    /// <exception cref="DiagnosticException">A device was asked for that is not there.</exception>
    Task<ImmutableArray<WorkerSlot>> FindAsync(CancellationToken cancellation);
}
