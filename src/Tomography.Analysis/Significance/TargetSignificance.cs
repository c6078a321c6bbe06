using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>
/// A row of Table 1 of [T]: which features and sets of them are significant for a target. The target itself, and sets that contain it, are
/// left out.
/// </summary>
/// <param name="Target">The target.</param>
/// <param name="Structure">Significant in the structure representation; null where it was not studied.</param>
/// <param name="Composition">Significant in the composition representation; null where it was not studied.</param>
/// <param name="CompositionOnly">
/// Significant in composition and not in structure: what structure already encodes; null unless both were studied.
/// A feature whose importance in structure is missing is undecided and not listed.</param>
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
