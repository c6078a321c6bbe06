using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// A row of Table 1: which features and sets of them are significant for a target by the rule of [T], or inform it by their verdicts. The
/// target itself, and sets that contain it, are left out.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="Structure">Significant in the structure representation; null where it was not studied.</param>
/// <param name="Composition">Significant in the composition representation; null where it was not studied.</param>
/// <param name="CompositionOnly">
/// Significant in composition and not in structure; by verdicts: informs in composition and is nothing in structure. What structure already
/// encodes; null unless both were studied. A feature that is not known in structure is not listed.</param>
public sealed record TargetSignificance(
    PropertyName Target,
    ImmutableArray<PropertySet>? Structure,
    ImmutableArray<PropertySet>? Composition,
    ImmutableArray<PropertySet>? CompositionOnly)
{
    /// <summary>The significant features in a representation; null where it was not studied.</summary>
    public ImmutableArray<PropertySet>? In(Representation representation) =>
        representation == Representation.Structure ? Structure : Composition;
}
