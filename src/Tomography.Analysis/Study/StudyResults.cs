using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Everything an analysis starts from: what was asked for, and the scores of the models that are there.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Dataset">The dataset in numbers.</param>
/// <param name="Representations">Representations, in the order of the experiment.</param>
/// <param name="Targets">Targets, in the order of the experiment.</param>
/// <param name="Features">
/// What models are given beyond the crystal, one property or a set of several, in the order of the experiment, controls last: the rows of
/// the tables. A row that is the target itself is trained too: it is the positive control.
/// </param>
/// <param name="Properties">The properties that <paramref name="Targets"/> and <paramref name="Features"/> name, each once.</param>
/// <param name="Seeds">Seeds, in the order of the experiment.</param>
/// <param name="Models">
/// All models that are asked for, in the order of the experiment: among them further seeds, such as steering proposes, and the baselines
/// on fewer materials that features with gaps are compared with. The models of a representation, target and row differ by their seed
/// alone.
/// </param>
/// <param name="Scores">One row per trained model and target; models that failed or are not trained yet are absent.</param>
public sealed record StudyResults(
    string Experiment,
    DatasetSummary Dataset,
    ImmutableArray<Representation> Representations,
    ImmutableArray<Property> Targets,
    ImmutableArray<PropertySet> Features,
    ImmutableArray<Property> Properties,
    ImmutableArray<int> Seeds,
    ImmutableArray<ModelSpec> Models,
    ImmutableArray<ModelScore> Scores)
{
    /// <summary>
    /// Features that are controls (noise, shuffled values, <see cref="ControlFeatures.Self"/>). They are among <see cref="Features"/> and
    /// trained like any other, but they are no nodes of an entanglement lattice and count in no significance set.
    /// </summary>
    public ImmutableArray<PropertyName> Controls { get; init; } = [];

    /// <summary>
    /// Models that are asked for and whose last try failed. Steering does not wait for them, and does not ask for their seeds again.
    /// </summary>
    public ImmutableArray<ModelSpec> FailedModels { get; init; } = [];

    /// <summary>
    /// Of models beyond the experiment's seeds, the round of steering that asked for them: equal for those that were asked for at one time.
    /// </summary>
    public IReadOnlyDictionary<ModelSpec, int> Rounds { get; init; } = ImmutableDictionary<ModelSpec, int>.Empty;

    /// <summary>What became of models of several targets, which are no part of the tables above; null where the study has none.</summary>
    public JointResults? Joint { get; init; }

    /// <summary>Models that start from others, and what they are compared with; null where none does.</summary>
    public SequenceResults? Sequence { get; init; }

    /// <summary>Where and when the models that are there were trained; empty where it is not known.</summary>
    public ImmutableArray<ModelRun> Runs { get; init; } = [];

    /// <summary>Whether a row consists of controls alone.</summary>
    /// <param name="features">The row.</param>
    public bool IsControl(PropertySet features) => !features.IsEmpty && features.All(Controls.Contains);

    /// <summary>The rows of one property that is no control: the properties that can be edges of a lattice.</summary>
    public IEnumerable<PropertyName> SingleFeatures =>
        Features.Where(row => !IsControl(row)).Select(row => row.Single).OfType<PropertyName>();

    /// <summary>The seeds that only models have that are asked for beyond the experiment's seeds, in the order of the models.</summary>
    public IEnumerable<int> FurtherSeeds => Models.Select(model => model.Seed).Distinct().Except(Seeds);
}
