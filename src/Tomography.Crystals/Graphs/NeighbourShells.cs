namespace Tomography.Crystals;

/// <summary>
/// Per site, its nearest neighbours up to and including all that tie with the last wanted one on the distance grid.
/// </summary>
/// <param name="Start">Length sites + 1: keys of site i are <c>Start[i]</c> to <c>Start[i + 1]</c> exclusive.</param>
/// <param name="Keys">See <see cref="NeighbourKey"/>; sorted per site.</param>
/// <param name="HasTies">True where some site has more keys than wanted.</param>
internal readonly record struct NeighbourShells(int[] Start, ulong[] Keys, bool HasTies)
{
    // The first search reaches as far as a sphere that holds this many times the wanted atoms at the crystal's mean density.
    private const double FirstReach = 1.9;
    private const double Growth = 1.35;

    public static NeighbourShells Find(Crystal crystal, double radiusAngstrom, int wanted)
    {
        var search = new NeighbourSearch(crystal);
        var start = new int[search.SiteCount + 1];
        var keys = new ulong[search.SiteCount * (wanted + 4)];
        var firstRadius = Math.Cbrt(3 / (4 * Math.PI) * FirstReach * (wanted + 1) * search.Volume / search.SiteCount);
        var found = new List<ulong>(4 * wanted);
        var hasTies = false;
        for (var i = 0; i < search.SiteCount; i++)
        {
            var length = FindOne(search, i, Math.Min(firstRadius, radiusAngstrom), radiusAngstrom, wanted, found);
            hasTies |= length > wanted;
            start[i + 1] = start[i] + length;
            if (start[i + 1] > keys.Length) Array.Resize(ref keys, Math.Max(2 * keys.Length, start[i + 1]));
            found.CopyTo(0, keys, start[i], length);
        }

        return new(start, keys, hasTies);
    }

    // Grows the search until the wanted neighbours and all their ties are inside, or the radius is reached.
    private static int FindOne(NeighbourSearch search, int site, double radius, double limit, int wanted, List<ulong> found)
    {
        while (true)
        {
            search.CollectSorted(site, radius, found);
            if (found.Count >= wanted)
            {
                var last = NeighbourKey.Grid(found[wanted - 1]);
                var length = wanted;
                while (length < found.Count && NeighbourKey.Grid(found[length]) == last) length++;
                // Beyond the search's own grid limit nothing was looked for, on it everything was found.
                return length;
            }

            if (radius >= limit) return found.Count;
            radius = Math.Min(radius * Growth, limit);
        }
    }
}
