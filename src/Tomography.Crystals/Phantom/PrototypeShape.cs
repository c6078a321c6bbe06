using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A prototype with its free parameters set.</summary>
/// <param name="UnitLattice">Conventional cell in units of its first edge.</param>
/// <param name="Sites">Sites of one primitive cell; the centring repeats them.</param>
public sealed record PrototypeShape(Lattice UnitLattice, ImmutableArray<PrototypeSite> Sites);
