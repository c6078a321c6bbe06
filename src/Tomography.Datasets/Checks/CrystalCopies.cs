using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// Finds one crystal under several ids: materials of one formula with equal distances around their sites, whatever cell they are given in.
/// </summary>
public static class CrystalCopies
{
    private const int Neighbours = 30;
    // In mean distances of sites: a sphere of some hundred of them.
    private const double Radius = 3, LargestAngstrom = 50;
    private const double SameDistance = 2e-3, SameVolume = 2e-3;
    private const double NearDistance = 2e-2, NearVolume = 6e-2;

    /// <summary>Groups of copies, each of two places in the dataset at least, ascending.</summary>
    /// <param name="materials">The materials.</param>
    /// <param name="near">Whether crystals count that differ by as much as two relaxations of one do.</param>
    public static ImmutableArray<ImmutableArray<int>> In(ImmutableArray<Material> materials, bool near = false)
    {
        var groups = Enumerable.Range(0, materials.Length).GroupBy(i => materials[i].Formula, StringComparer.Ordinal)
            .Where(g => g.Skip(1).Any()).Select(g => g.ToArray()).ToArray();
        var found = new ImmutableArray<int>[groups.Length][];
        Parallel.For(0, groups.Length, g => found[g] = [.. Within(groups[g], materials, near)]);
        return [.. found.SelectMany(f => f).OrderBy(f => f[0])];
    }

    private static IEnumerable<ImmutableArray<int>> Within(int[] places, ImmutableArray<Material> materials, bool near)
    {
        var prints = places.Select(p => Print(materials[p].Crystal)).ToArray();
        var isTaken = new bool[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            if (isTaken[i] || prints[i] is not { } first) continue;
            var group = ImmutableArray.CreateBuilder<int>();
            group.Add(places[i]);
            for (var j = i + 1; j < places.Length; j++)
            {
                if (isTaken[j] || prints[j] is not { } other || !Alike(first, other, near)) continue;
                isTaken[j] = true;
                group.Add(places[j]);
            }

            if (group.Count > 1) yield return group.ToImmutable();
        }
    }

    private static bool Alike(double[] one, double[] other, bool near)
    {
        if (one.Length != other.Length || Math.Abs(one[0] - other[0]) > (near ? NearVolume : SameVolume) * one[0]) return false;
        for (var i = 1; i < one.Length; i++)
            if (Math.Abs(one[i] - other[i]) > (near ? NearDistance : SameDistance) * one[i])
                return false;
        return true;
    }

    /// <summary>
    /// The volume per site, then per element the mean distances of the nearest, next ... neighbours, in units of the mean distance of
    /// sites; null where a site has too few.
    /// </summary>
    private static double[]? Print(Crystal crystal)
    {
        var perSite = crystal.Lattice.Volume / crystal.Sites.Length;
        var unit = Math.Cbrt(perSite);
        var graph = StructureGraph.Build(crystal, new(Math.Min(Radius * unit, LargestAngstrom), Neighbours));
        var sums = new SortedDictionary<int, (int Count, double[] Sums)>();
        for (var i = 0; i < crystal.Sites.Length; i++)
        {
            var element = graph.AtomicNumber[i];
            var (start, end) = (graph.BondStart[i], graph.BondStart[i + 1]);
            if (end - start < Neighbours) return null;
            var (count, sum) = sums.TryGetValue(element, out var known) ? known : (0, new double[Neighbours]);
            for (var n = 0; n < Neighbours; n++) sum[n] += graph.DistanceAngstrom[start + n] / unit;
            sums[element] = (count + 1, sum);
        }

        return [perSite, .. sums.Values.SelectMany(s => s.Sums.Select(d => d / s.Count))];
    }
}
