using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>
/// Models beyond the grid of an experiment: more seeds for one edge, with the models that it is compared with. What it leads from is said
/// by one of features, what is learnt along, and the start.
/// </summary>
/// <param name="Representation">What they see.</param>
/// <param name="Target">What they predict.</param>
/// <param name="Features">The extra properties; none for baselines alone, and where they learn others along or start from another.</param>
/// <param name="Seeds">Their seeds, at least one.</param>
/// <param name="Reason">Why they are wanted; <c>-t:Steer</c> writes it.</param>
public sealed record FurtherModel(
    Representation Representation,
    PropertyName Target,
    PropertySet Features,
    ImmutableArray<int> Seeds,
    string Reason)
{
    /// <summary>What they learn along with the target; then the control and the model alone come with them.</summary>
    public PropertySet Along { get; init; }

    /// <summary>
    /// The source that they start from, the target of a model or the targets of a joint one; then the source, the control and the model
    /// alone come with them.
    /// </summary>
    public PropertySet Start { get; init; }

    /// <summary>From how many labels those that start from a source learn; null for all.</summary>
    public int? Labels { get; init; }

    /// <summary>
    /// The round of steering that asked for them, from 1: each is one more look at the results, which claims pay for. Null where it is not
    /// known; then it is a round of its own.
    /// </summary>
    public int? Round { get; init; }

    /// <summary>Whether it is of the study of targets and features.</summary>
    public bool IsOfFeatures => Along.IsEmpty && Start.IsEmpty;

    /// <summary>How many models it takes at most, per variant.</summary>
    public long Most => Seeds.Length * (!Start.IsEmpty ? 5L : Along.IsEmpty ? 2L : 3L);
}
