using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What became of models of several targets.</summary>
/// <param name="Properties">The properties that they learn, each once, without noise.</param>
/// <param name="Runs">By representation, set, target and seed, in the order of the study; at most one of each.</param>
/// <param name="Gradients">What was measured while the sets were learnt; empty where nothing was.</param>
public sealed record JointResults(
    ImmutableArray<Property> Properties, ImmutableArray<JointRun> Runs, ImmutableArray<JointGradient> Gradients)
{
    /// <summary>Models that are asked for and whose last try failed.</summary>
    public ImmutableArray<ModelSpec> Failed { get; init; } = [];

    /// <summary>Whether every model that is asked for is there.</summary>
    public bool IsComplete => Runs.All(run => run is { Joint: not null, Control: not null, Alone: not null });

    /// <summary>The scores of all models, each once.</summary>
    public IEnumerable<ModelScore> Scores => Runs.SelectMany(run => new[] { run.Joint, run.Control, run.Alone }).OfType<ModelScore>()
        .DistinctBy(score => (score.Model, score.Target));
}
