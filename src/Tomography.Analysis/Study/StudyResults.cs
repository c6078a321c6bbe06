using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Everything an analysis starts from: the scores of the models that are there, and what was asked for.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Dataset">The dataset in numbers.</param>
/// <param name="Representations">Representations, in the order of the experiment.</param>
/// <param name="Targets">Targets, in the order of the experiment.</param>
/// <param name="Features">Features, in the order of the experiment. A feature that is the target itself is trained too: it is the positive control.</param>
/// <param name="Seeds">Seeds, in the order of the experiment.</param>
/// <param name="Scores">One row per trained model; models that failed or are not trained yet are absent.</param>
public sealed record StudyResults(
    string Experiment,
    DatasetSummary Dataset,
    ImmutableArray<Representation> Representations,
    ImmutableArray<Property> Targets,
    ImmutableArray<Property> Features,
    ImmutableArray<int> Seeds,
    ImmutableArray<ModelScore> Scores)
{
    /// <summary>Features that are controls (noise, shuffled values). They are among <see cref="Features"/> and trained like any other, but they are no
    /// nodes of an entanglement lattice and count in no significance set.</summary>
    public ImmutableArray<PropertyName> Controls { get; init; } = [];

    /// <summary>Models that are asked for beyond every target with every feature and seed, such as further seeds of single couplings that steering proposed.</summary>
    public ImmutableArray<PlannedModel> FurtherModels { get; init; } = [];

    /// <summary>Models that are asked for and whose last try failed. Steering does not wait for them, and does not ask for their seeds again.</summary>
    public ImmutableArray<PlannedModel> FailedModels { get; init; } = [];
}
