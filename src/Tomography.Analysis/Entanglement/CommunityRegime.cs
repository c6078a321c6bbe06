using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The regime inside a community: of the lattice among its properties.</summary>
/// <param name="Members">At least two properties.</param>
/// <param name="Regime">The assessment; null where no edge was measured with enough seeds between them.</param>
public sealed record CommunityRegime(ImmutableArray<PropertyName> Members, RegimeAssessment? Regime);
