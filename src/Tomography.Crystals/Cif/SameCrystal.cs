namespace Tomography.Crystals;

/// <summary>Whether two data blocks describe one crystal in one cell, within the rounding of files.</summary>
internal static class SameCrystal
{
    private const double CellPart = 1e-3;
    private const double SiteAngstrom = 0.02;
    private const double OccupancySlack = 1e-3;

    public static bool Is(Crystal a, Crystal b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a.Sites.Length != b.Sites.Length || !IsSame(a.Lattice, b.Lattice)) return false;
        var index = new PositionIndex(b.Lattice, SiteAngstrom, b.Sites.Length);
        foreach (var site in b.Sites) index.Add(site.Fractional);
        var isTaken = new bool[b.Sites.Length];
        foreach (var site in a.Sites)
        {
            var at = index.Find(site.Fractional);
            if (at < 0 || isTaken[at] || !IsSame(site, b.Sites[at])) return false;
            isTaken[at] = true;
        }

        return true;
    }

    private static bool IsSame(Lattice a, Lattice b) =>
        (a.A - b.A).Length <= CellPart * b.A.Length
        && (a.B - b.B).Length <= CellPart * b.B.Length
        && (a.C - b.C).Length <= CellPart * b.C.Length;

    private static bool IsSame(Site a, Site b) =>
        a.Occupants.Length == b.Occupants.Length
        && a.Occupants.All(o => b.Occupants.Any(
            p => p.AtomicNumber == o.AtomicNumber && Math.Abs(p.Occupancy - o.Occupancy) <= OccupancySlack));
}
