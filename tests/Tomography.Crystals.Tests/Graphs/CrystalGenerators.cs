using FsCheck;
using FsCheck.Fluent;

namespace Tomography.Crystals.Tests;

/// <summary>Random crystals for properties: any shape of cell, and crystals of high symmetry.</summary>
internal static class CrystalGenerators
{
    private static Gen<double> Between(double low, double high) => Gen.Choose(0, 1_000_000).Select(k => low + (high - low) * k / 1_000_000);

    private static Gen<Vector3> Coordinates(double low, double high) =>
        from x in Between(low, high) from y in Between(low, high) from z in Between(low, high) select new Vector3(x, y, z);

    /// <summary>Cells from compact to needle-shaped and heavily skewed, one to five sites, some outside [0, 1).</summary>
    public static Arbitrary<Crystal> AnyShape { get; } = Arb.From(
        from a in Between(1.8, 3) from b in Between(2, 6) from c in Between(2.5, 20)
        from skew in Coordinates(-9, 9)
        from sites in Gen.NonEmptyListOf(Gen.Zip(Coordinates(-1.5, 2.5), Gen.Elements(1, 8, 26)))
        select new Crystal(
            new(new(a, 0, 0), new(skew.X, b, 0), new(skew.Y, skew.Z, c)),
            [.. sites.Take(5).Select(s => new Site(s.Item1, s.Item2))]));

    /// <summary>Crystals on special positions of cubic, tetragonal and hexagonal cells: full of ties and of equivalent sites.</summary>
    public static Arbitrary<Crystal> HighSymmetry { get; } =
        Arb.From(
            from edge in Between(2.5, 7)
            from ratio in Gen.Elements(1, 1.5, 1.633)
            from hexagonal in Gen.Elements(false, true)
            from sites in Gen.NonEmptyListOf(
                Gen.Zip(
                    Gen.Elements(
                        new Vector3(0, 0, 0),
                        new(0.5, 0.5, 0.5),
                        new(0.5, 0.5, 0),
                        new(0.5, 0, 0.5),
                        new(0, 0.5, 0.5),
                        new(0.25, 0.25, 0.25),
                        new(0.75, 0.75, 0.75),
                        new(1 / 3.0, 2 / 3.0, 0.25),
                        new(2 / 3.0, 1 / 3.0, 0.75)),
                    Gen.Elements(8, 12, 22)))
            select new Crystal(
                Lattice.FromParameters(edge, edge, edge * ratio, 90, 90, hexagonal ? 120 : 90),
                [.. sites.DistinctBy(s => s.Item1).Select(s => new Site(s.Item1, s.Item2))]));

    /// <summary>The same crystal with a larger cell and its sites listed in another order.</summary>
    public static Crystal Supercell(Crystal crystal, int a, int b, int c, int seed)
    {
        var sites = new List<Site>();
        foreach (var site in crystal.Sites)
            for (var i = 0; i < a; i++)
            for (var j = 0; j < b; j++)
            for (var k = 0; k < c; k++)
                sites.Add(
                    site with
                    {
                        Fractional = new((site.Fractional.X + i) / a, (site.Fractional.Y + j) / b, (site.Fractional.Z + k) / c),
                    }
                );
        var shuffled = sites.ToArray();
        new System.Random(seed).Shuffle(shuffled);
        return new(new(a * crystal.Lattice.A, b * crystal.Lattice.B, c * crystal.Lattice.C), [.. shuffled]);
    }
}
