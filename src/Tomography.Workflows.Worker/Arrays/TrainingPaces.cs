using System.Collections.Concurrent;

namespace Tomography.Workflows.Worker;

/// <summary>How long an epoch took of models that this task has trained, by their graphs. Used by all its workers.</summary>
internal sealed class TrainingPaces
{
    private readonly ConcurrentDictionary<string, double> _secondsPerEpoch = new(StringComparer.Ordinal);

    /// <summary>A model was trained; the slowest of its like counts.</summary>
    public void Add(CohortOrder cohort, JobResult result) => _secondsPerEpoch.AddOrUpdate(
        cohort.Graphs, _ => result.Seconds / result.Epochs, (_, slowest) => Math.Max(slowest, result.Seconds / result.Epochs));

    /// <summary>
    /// Whether an order is trained within a time, as far as is known. One of which nothing is known fits: so the first that a task takes
    /// after its start always does, and no model is too long for ever, since each start takes it a piece further.
    /// </summary>
    public bool Fits(WorkOrder order, TimeSpan left) => order.Cohorts.All(cohort =>
        !_secondsPerEpoch.TryGetValue(cohort.Graphs, out var seconds) || seconds * cohort.Training.Epochs <= left.TotalSeconds);
}
