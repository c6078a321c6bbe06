using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Tomography.Crystals;

/// <summary>Builds the graph of the composition representation of [T]: the formula without geometry.</summary>
public static class CompositionGraph
{
    /// <summary>
    /// Every site bonded to every other site of the cell at distance 1; a cell of one site has no bonds. One node per site.
    /// </summary>
    /// <exception cref="DisorderedCrystalException">A site is shared or partly empty.</exception>
    /// <exception cref="ArgumentException">The crystal has no sites.</exception>
    public static CrystalGraph Build(Crystal crystal)
    {
        GraphChecks.Ordered(crystal);
        var n = crystal.Sites.Length;
        var start = new int[n + 1];
        var neighbour = new int[checked(n * (n - 1))];
        var at = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                if (j != i)
                    neighbour[at++] = j;
            start[i + 1] = at;
        }

        var distance = new double[neighbour.Length];
        Array.Fill(distance, 1);
        return new(
            [.. crystal.Sites.Select(s => s.Occupants[0].AtomicNumber)], StructureGraph.Ones(n),
            ImmutableCollectionsMarshal.AsImmutableArray(start), ImmutableCollectionsMarshal.AsImmutableArray(neighbour),
            ImmutableCollectionsMarshal.AsImmutableArray(distance), StructureGraph.Ones(neighbour.Length));
    }

    /// <summary>
    /// The same graph folded (equal to <c>GraphFolding.Fold(Build(crystal))</c>) without making its n (n - 1) bonds: one node per
    /// element by ascending atomic number, with its count of sites, bonded to the others and, where it has two sites or more, to itself.
    /// </summary>
    /// <exception cref="DisorderedCrystalException">A site is shared or partly empty.</exception>
    /// <exception cref="ArgumentException">The crystal has no sites.</exception>
    public static CrystalGraph BuildFolded(Crystal crystal)
    {
        GraphChecks.Ordered(crystal);
        var sites = new SortedDictionary<int, int>();
        foreach (var site in crystal.Sites)
            sites[site.Occupants[0].AtomicNumber] = sites.GetValueOrDefault(site.Occupants[0].AtomicNumber) + 1;
        int[] atomicNumber = [.. sites.Keys], multiplicity = [.. sites.Values];
        var start = ImmutableArray.CreateBuilder<int>(atomicNumber.Length + 1);
        var neighbour = ImmutableArray.CreateBuilder<int>();
        var count = ImmutableArray.CreateBuilder<int>();
        start.Add(0);
        for (var i = 0; i < atomicNumber.Length; i++)
        {
            for (var j = 0; j < atomicNumber.Length; j++)
            {
                var bonds = j == i ? multiplicity[i] - 1 : multiplicity[j];
                if (bonds == 0) continue;
                neighbour.Add(j);
                count.Add(bonds);
            }

            start.Add(neighbour.Count);
        }

        return new(
            [.. atomicNumber], [.. multiplicity], start.MoveToImmutable(), neighbour.ToImmutable(),
            [.. Enumerable.Repeat(1.0, neighbour.Count)], count.ToImmutable());
    }
}
