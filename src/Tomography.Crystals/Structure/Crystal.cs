using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A periodic arrangement of atoms: a lattice and the sites of one cell.</summary>
/// <param name="Lattice">The lattice, in angstrom.</param>
/// <param name="Sites">The sites of one cell, at least one.</param>
public sealed record Crystal(Lattice Lattice, ImmutableArray<Site> Sites)
{
    /// <summary>True where every site is filled by one element, as crystal graphs require.</summary>
    public bool IsOrdered => Sites.All(static s => s.IsOrdered);
}
