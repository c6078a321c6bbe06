using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// A target that is learnt from so many labels, by one seed: what three models make of it on the same test crystals. A model that is not
/// there has no score.
/// </summary>
/// <param name="Representation">What the models see.</param>
/// <param name="Source">The target of the model that the second one starts from, or its targets where it learnt several.</param>
/// <param name="Target">The target.</param>
/// <param name="Labels">From how many materials of the training part they learn; null for all.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Noise">The target of noise of the model that the control starts from; as many as the source has.</param>
/// <param name="Started">The model that starts from the source.</param>
/// <param name="Control">The model that starts from the one of noise: as large, and trained for as many steps.</param>
/// <param name="Alone">The model that starts from initial weights.</param>
public sealed record SequenceRun(
    Representation Representation, PropertySet Source, PropertyName Target, int? Labels, int Seed, PropertySet Noise,
    ModelScore? Started, ModelScore? Control, ModelScore? Alone)
{
    /// <summary>The three models and those that they start from, whether they are there or not.</summary>
    public required SeedModels Models { get; init; }

    /// <summary>
    /// The round of steering that asked for the seed, the same for all that were asked for at one time; null for a seed of the experiment.
    /// </summary>
    public int? Round { get; init; }
}
