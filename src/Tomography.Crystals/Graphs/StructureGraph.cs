using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tomography.Crystals;

/// <summary>Builds the crystal graph of CGCNN: each site bonded to its nearest neighbours (Xie and Grossman 2018).</summary>
public static class StructureGraph
{
    /// <summary>
    /// The graph of a crystal, one node per site in the crystal's order. Each site is bonded to its
    /// <see cref="GraphSettings.Neighbours"/> nearest neighbours within the radius, images of itself included, on the
    /// <see cref="DistanceGrid"/>. Where several neighbours tie for the last places, those of smaller colour win, the colour being the
    /// neighbour's class under colour refinement of the graph with all ties; so equivalent sites keep equal neighbourhoods and
    /// the choice does not depend on how the sites are listed. Bonds are sorted by (distance, colour).
    /// </summary>
    /// <exception cref="DisorderedCrystalException">A site is shared or partly empty.</exception>
    /// <exception cref="ArgumentException">The crystal has no sites, its lattice spans no volume, or a setting is out of range.</exception>
    public static CrystalGraph Build(Crystal crystal, GraphSettings settings)
    {
        GraphChecks.Ordered(crystal);
        GraphChecks.Radius(settings.RadiusAngstrom);
        if (settings.Neighbours is < 1 or > 100_000)
            throw new ArgumentOutOfRangeException(
                nameof(settings),
                settings.Neighbours,
                "The number of neighbours must be from 1 to 100000.");
        var shells = NeighbourShells.Find(crystal, settings.RadiusAngstrom, settings.Neighbours);
        var atomicNumber = new int[crystal.Sites.Length];
        for (var i = 0; i < atomicNumber.Length; i++) atomicNumber[i] = crystal.Sites[i].Occupants[0].AtomicNumber;
        if (shells.HasTies) SortTies(shells, atomicNumber);
        return Cut(shells, atomicNumber, settings.Neighbours);
    }

    // Sorts each shell by (distance, colour, site), so that the first of them are the ones to keep.
    private static void SortTies(NeighbourShells shells, int[] atomicNumber)
    {
        var bonds = new ColouredBond[shells.Start[^1]];
        for (var b = 0; b < bonds.Length; b++)
            bonds[b] = new(NeighbourKey.Grid(shells.Keys[b]), NeighbourKey.Site(shells.Keys[b]), 1);
        var colour = (int[])atomicNumber.Clone();
        new ColourRefinement(shells.Start, bonds).Refine(colour);
        for (var b = 0; b < bonds.Length; b++)
            shells.Keys[b] = NeighbourKey.WithColour(shells.Keys[b], colour[NeighbourKey.Site(shells.Keys[b])]);
        for (var i = 0; i < atomicNumber.Length; i++)
            shells.Keys.AsSpan(shells.Start[i], shells.Start[i + 1] - shells.Start[i]).Sort();
    }

    private static CrystalGraph Cut(NeighbourShells shells, int[] atomicNumber, int wanted)
    {
        var nodes = atomicNumber.Length;
        var bondStart = new int[nodes + 1];
        for (var i = 0; i < nodes; i++)
            bondStart[i + 1] = bondStart[i] + Math.Min(wanted, shells.Start[i + 1] - shells.Start[i]);
        var neighbour = new int[bondStart[nodes]];
        var distance = new double[neighbour.Length];
        for (var i = 0; i < nodes; i++)
            for (int to = bondStart[i], from = shells.Start[i]; to < bondStart[i + 1]; to++, from++)
            {
                neighbour[to] = NeighbourKey.Site(shells.Keys[from]);
                distance[to] = DistanceGrid.ToAngstrom(NeighbourKey.Grid(shells.Keys[from]));
            }

        return new(
            ImmutableCollectionsMarshal.AsImmutableArray(atomicNumber), Ones(nodes),
            ImmutableCollectionsMarshal.AsImmutableArray(bondStart), ImmutableCollectionsMarshal.AsImmutableArray(neighbour),
            ImmutableCollectionsMarshal.AsImmutableArray(distance), Ones(neighbour.Length));
    }

    internal static ImmutableArray<int> Ones(int length)
    {
        var ones = new int[length];
        Array.Fill(ones, 1);
        return ImmutableCollectionsMarshal.AsImmutableArray(ones);
    }
}
