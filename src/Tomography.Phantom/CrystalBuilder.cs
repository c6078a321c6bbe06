using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Phantom;

/// <summary>Makes crystals of filled prototypes.</summary>
internal static class CrystalBuilder
{
    /// <summary>
    /// A supercell of a cell filled with ions. Lattice vectors are rounded to 8 decimals and coordinates to 12, which keeps
    /// equal distances equal to 1e-7 angstrom.
    /// </summary>
    public static Crystal Build(PrototypeCell cell, Filling filling, double edgeAngstrom, (int A, int B, int C) repeat)
    {
        var sites = ImmutableArray.CreateBuilder<Site>(cell.Sites.Length * repeat.A * repeat.B * repeat.C);
        foreach (var site in cell.Sites)
        {
            var ion = filling[site.Role];
            ImmutableArray<Occupant> occupants = [new(ion.AtomicNumber, 1, ion.Charge)];
            for (var a = 0; a < repeat.A; a++)
            for (var b = 0; b < repeat.B; b++)
            for (var c = 0; c < repeat.C; c++)
                sites.Add(
                    new(
                        new((site.Fractional.X + a) / repeat.A, (site.Fractional.Y + b) / repeat.B, (site.Fractional.Z + c) / repeat.C),
                        occupants));
        }

        return new(LatticeOf(cell, edgeAngstrom, repeat), sites.MoveToImmutable());
    }

    /// <summary>The lattice of a supercell.</summary>
    public static Lattice LatticeOf(PrototypeCell cell, double edgeAngstrom, (int A, int B, int C) repeat) => new(
        Rounded(edgeAngstrom * repeat.A, cell.UnitLattice.A),
        Rounded(edgeAngstrom * repeat.B, cell.UnitLattice.B),
        Rounded(edgeAngstrom * repeat.C, cell.UnitLattice.C));

    private static Vector3 Rounded(double scale, Vector3 v) =>
        new(Math.Round(scale * v.X, 8), Math.Round(scale * v.Y, 8), Math.Round(scale * v.Z, 8));
}
