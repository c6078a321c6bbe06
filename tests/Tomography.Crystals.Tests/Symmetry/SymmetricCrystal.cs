namespace Tomography.Crystals.Tests;

/// <summary>Crystals of a stated symmetry.</summary>
internal static class SymmetricCrystal
{
    /// <summary>Two kinds of atoms in general positions of a setting, in a cell that has its symmetry.</summary>
    public static Crystal Of(SpaceGroupSetting setting, Random random)
    {
        var lattice = Cell(setting, random);
        var sites = new List<Site>();
        foreach (var (element, place) in new[] { (26, Place(random)), (8, Place(random)), (8, Place(random)) })
            foreach (var operation in setting.Operations)
                sites.Add(new(CrystalAssembler.Wrap(operation.Apply(place)), element));
        return new(lattice, [.. sites]);
    }

    /// <summary>The same crystal in another cell, some of them larger, with another origin, turned, its sites moved a little.</summary>
    public static Crystal OtherCell(Crystal crystal, Random random, double noiseAngstrom)
    {
        var (a, b, c) = (crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C);
        int n = random.Next(1, 3), i = random.Next(-1, 2), j = random.Next(-1, 2);
        // A shear, and where n is 2 a cell of twice the size.
        var lattice = new Lattice(n * a, b + i * a, c + j * a);
        var shift = new Vector3(random.NextDouble(), random.NextDouble(), random.NextDouble());
        var sites = new List<Site>();
        foreach (var site in crystal.Sites)
            for (var k = 0; k < n; k++)
            {
                var noise = new Vector3(Noise(), Noise(), Noise());
                var place = crystal.Lattice.ToCartesian(site.Fractional + new Vector3(k, 0, 0)) + noise;
                sites.Add(new(CrystalAssembler.Wrap(lattice.ToFractional(place) + shift), site.Occupants));
            }

        return new(Turned(lattice, random.NextDouble() * Math.PI), [.. sites]);

        double Noise() => (2 * random.NextDouble() - 1) * noiseAngstrom;
    }

    // The mean of a metric over the operations has their symmetry.
    private static Lattice Cell(SpaceGroupSetting setting, Random random)
    {
        double[] edges = [9 + 4 * random.NextDouble(), 14 + 4 * random.NextDouble(), 19 + 4 * random.NextDouble()];
        var start = new Lattice(
            new(edges[0], 0, 0), new(edges[1] * 0.15, edges[1], 0), new(edges[2] * 0.1, edges[2] * 0.2, edges[2]));
        Vector3[] basis = [start.A, start.B, start.C];
        var metric = new double[3, 3];
        foreach (var o in setting.Operations)
        {
            Vector3[] columns =
            [
                new(o.RowX.X, o.RowY.X, o.RowZ.X), new(o.RowX.Y, o.RowY.Y, o.RowZ.Y), new(o.RowX.Z, o.RowY.Z, o.RowZ.Z),
            ];
            for (var p = 0; p < 3; p++)
                for (var q = 0; q < 3; q++)
                    metric[p, q] += Vector3.Dot(Image(columns[p]), Image(columns[q])) / setting.Operations.Length;
        }

        double Length(int p) => Math.Sqrt(metric[p, p]);
        double Angle(int p, int q) => Math.Acos(metric[p, q] / (Length(p) * Length(q))) * 180 / Math.PI;
        return Lattice.FromParameters(Length(0), Length(1), Length(2), Angle(1, 2), Angle(0, 2), Angle(0, 1));

        Vector3 Image(Vector3 v) => v.X * basis[0] + v.Y * basis[1] + v.Z * basis[2];
    }

    private static Vector3 Place(Random random) =>
        new(0.03 + 0.05 * random.NextDouble(), 0.11 + 0.05 * random.NextDouble(), 0.19 + 0.04 * random.NextDouble());

    private static Lattice Turned(Lattice l, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        Vector3 Turn(Vector3 v) => new(cos * v.X - sin * v.Y, -v.Z, sin * v.X + cos * v.Y);
        return new(Turn(l.A), Turn(l.B), Turn(l.C));
    }
}
