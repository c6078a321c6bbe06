using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What somebody else found: which features are significant for which targets, like Table 1 of [T].</summary>
/// <param name="Source">Where it was published, in the user's words.</param>
/// <param name="Features">The features that were tried for every target of it; the target itself is not counted.</param>
/// <param name="Rows">What was significant, by representation and target.</param>
public sealed record PublishedTable(string Source, ImmutableArray<PropertyName> Features, ImmutableArray<PublishedRow> Rows)
{
    /// <summary>Means and standard deviations of properties over the published dataset; empty where they are not known.</summary>
    public ImmutableArray<PublishedSpread> Spreads { get; init; } = [];
}
