using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Models beyond the grid of an experiment: more seeds for one coupling, with the baselines they are compared with.</summary>
/// <param name="Representation">What they see.</param>
/// <param name="Target">What they predict.</param>
/// <param name="Features">The extra properties; none for baselines alone.</param>
/// <param name="Seeds">Their seeds, at least one.</param>
/// <param name="Reason">Why they are wanted; <c>-t:Steer</c> writes it.</param>
public sealed record FurtherModel(
    Representation Representation,
    PropertyName Target,
    PropertySet Features,
    ImmutableArray<int> Seeds,
    string Reason)
{
    /// <summary>
    /// The round of steering that asked for them, from 1: each is one more look at the results, which claims pay for. Null where it is not
    /// known; then it is a round of its own.
    /// </summary>
    public int? Round { get; init; }
}
