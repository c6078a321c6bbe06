namespace Tomography.Crystals.Tests;

/// <summary>Neighbours by trying every image in a box that surely holds the sphere: slow, and too plain to be wrong.</summary>
internal static class BruteForceNeighbours
{
    public static List<(int Grid, int Site)> Of(Crystal crystal, int i, double radius)
    {
        var l = crystal.Lattice;
        var volume = l.Volume;
        int Images(Vector3 u, Vector3 v) => (int)Math.Ceiling((radius + 0.001) * Vector3.Cross(u, v).Length / volume) + 1;
        int na = Images(l.B, l.C), nb = Images(l.C, l.A), nc = Images(l.A, l.B);
        var own = Wrap(crystal.Sites[i].Fractional);
        var found = new List<(int, int)>();
        for (var j = 0; j < crystal.Sites.Length; j++)
        for (var a = -na; a <= na; a++)
        for (var b = -nb; b <= nb; b++)
        for (var c = -nc; c <= nc; c++)
        {
            if (j == i && a == 0 && b == 0 && c == 0)
                continue;
            var grid = DistanceGrid.ToGrid(l.ToCartesian(Wrap(crystal.Sites[j].Fractional) + new Vector3(a, b, c) - own).Length);
            if (grid <= DistanceGrid.ToGrid(radius))
                found.Add((grid, j));
        }

        found.Sort();
        return found;
    }

    private static Vector3 Wrap(Vector3 f) => new(f.X - Math.Floor(f.X), f.Y - Math.Floor(f.Y), f.Z - Math.Floor(f.Z));
}
