using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>A prototype with its free parameters set.</summary>
/// <param name="UnitLattice">Conventional cell in units of its first edge.</param>
/// <param name="Sites">Sites of one primitive cell; the centring repeats them.</param>
public sealed record PrototypeShape(Lattice UnitLattice, ImmutableArray<PrototypeSite> Sites);
