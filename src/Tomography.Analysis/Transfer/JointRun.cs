using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// One target of a set that is learnt together, by one seed: what three models make of it on the same test crystals. A model that is not
/// there has no score.
/// </summary>
/// <param name="Representation">What the models see.</param>
/// <param name="Together">The targets that are learnt together, at least two.</param>
/// <param name="Target">The one of them that is looked at.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Noise">The targets of noise that the control learns in place of the others.</param>
/// <param name="Joint">The model of all of them.</param>
/// <param name="Control">The model of the target and noise, as large as the joint one.</param>
/// <param name="Alone">The model of the target alone.</param>
public sealed record JointRun(
    Representation Representation, PropertySet Together, PropertyName Target, int Seed, PropertySet Noise, ModelScore? Joint,
    ModelScore? Control, ModelScore? Alone)
{
    /// <summary>The three models, whether they are there or not.</summary>
    public required SeedModels Models { get; init; }

    /// <summary>
    /// The round of steering that asked for the seed, the same for all that were asked for at one time; null for a seed of the experiment.
    /// </summary>
    public int? Round { get; init; }

    /// <summary>What is learnt along with the target.</summary>
    public PropertySet Partners => new(Together.Where(name => name != Target));
}
