using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// One target of one set of <c>together</c>, by one seed: what three models make of it, on the same test crystals. A model whose result is
/// not there is null.
/// </summary>
/// <param name="Representation">What the models see.</param>
/// <param name="Together">The targets that are learnt together.</param>
/// <param name="Target">The target that is compared.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Joint">The model of all of them.</param>
/// <param name="Control">The same with noise in place of the others.</param>
/// <param name="Alone">The model of the target alone.</param>
internal sealed record JointComparison(
    Representation Representation, PropertySet Together, PropertyName Target, int Seed, JointScore? Joint, JointScore? Control,
    JointScore? Alone)
{
    /// <summary>The three models, whether they are there or not.</summary>
    public required SeedModels Models { get; init; }

    /// <summary>The round of steering that asked for the seed; null for a seed of the experiment.</summary>
    public int? Round { get; init; }
}
