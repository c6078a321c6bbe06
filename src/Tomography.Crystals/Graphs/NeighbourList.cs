using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>All neighbours of all sites of a crystal within a radius, every periodic image counted, exact for any shape of cell.</summary>
/// <param name="Start">Length sites + 1: neighbours of site i are <c>Start[i]</c> to <c>Start[i + 1]</c> exclusive, nearest first.</param>
/// <param name="Site">Per neighbour, the site of the cell whose image it is.</param>
/// <param name="DistanceAngstrom">Per neighbour, its distance in angstrom on the <see cref="DistanceGrid"/>.</param>
internal sealed record NeighbourList(ImmutableArray<int> Start, ImmutableArray<int> Site, ImmutableArray<double> DistanceAngstrom)
{
    /// <summary>
    /// Finds all neighbours. An image of the site itself is a neighbour; the site itself is not. Sites may lie outside [0, 1).
    /// </summary>
    /// <param name="crystal">The crystal; its sites may be disordered.</param>
    /// <param name="radiusAngstrom">Farthest distance in angstrom, after rounding to the grid, inclusive; above 0, at most 1000.</param>
    /// <exception cref="ArgumentException">The lattice spans no volume or a coordinate is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The radius is outside its range.</exception>
    public static NeighbourList Find(Crystal crystal, double radiusAngstrom)
    {
        GraphChecks.Radius(radiusAngstrom);
        var search = new NeighbourSearch(crystal);
        var start = ImmutableArray.CreateBuilder<int>(search.SiteCount + 1);
        var site = ImmutableArray.CreateBuilder<int>();
        var distance = ImmutableArray.CreateBuilder<double>();
        var found = new List<ulong>();
        start.Add(0);
        for (var i = 0; i < search.SiteCount; i++)
        {
            search.CollectSorted(i, radiusAngstrom, found);
            foreach (var key in found)
            {
                site.Add(NeighbourKey.Site(key));
                distance.Add(DistanceGrid.ToAngstrom(NeighbourKey.Grid(key)));
            }

            start.Add(site.Count);
        }

        return new(start.MoveToImmutable(), site.ToImmutable(), distance.ToImmutable());
    }
}
