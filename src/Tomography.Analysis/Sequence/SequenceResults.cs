using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What became of models that start from others.</summary>
/// <param name="IsFrozen">Whether what they take over stays as it is.</param>
/// <param name="Rate">What the learning rate of what they take over is multiplied by; 0 where it is frozen.</param>
/// <param name="Runs">By representation, source, target, number of labels and seed, in the order of the study; at most one of each.</param>
public sealed record SequenceResults(bool IsFrozen, double Rate, ImmutableArray<SequenceRun> Runs)
{
    /// <summary>Models that are asked for and whose last try failed.</summary>
    public ImmutableArray<ModelSpec> Failed { get; init; } = [];

    /// <summary>Whether every model that is asked for is there.</summary>
    public bool IsComplete => Runs.All(run => run is { Started: not null, Control: not null, Alone: not null });

    /// <summary>The scores of all models, each once.</summary>
    public IEnumerable<ModelScore> Scores => Runs.SelectMany(run => new[] { run.Started, run.Control, run.Alone }).OfType<ModelScore>()
        .DistinctBy(score => score.Model);
}
