using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>A place in the cell and what stands there.</summary>
/// <param name="Fractional">Fractional coordinates, each in [0, 1).</param>
/// <param name="Occupants">The elements on the site; exactly one with occupancy 1 in an ordered crystal.</param>
public sealed record Site(Vector3 Fractional, ImmutableArray<Occupant> Occupants)
{
    /// <summary>A site that one element fills.</summary>
    public Site(Vector3 fractional, int atomicNumber)
        : this(fractional, [new Occupant(atomicNumber)])
    {
    }

    /// <summary>True where one element fills the site.</summary>
    public bool IsOrdered => Occupants.Length == 1 && Occupants[0].Occupancy > 1 - 1e-3;
}
