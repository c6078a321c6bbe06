using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>The regime inside a community: of the lattice among its properties.</summary>
/// <param name="Members">At least two properties.</param>
/// <param name="Regime">What can be said of it.</param>
public sealed record CommunityRegime(ImmutableArray<PropertyName> Members, RegimeFinding Regime);
