using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class NeighboursAreAllFound
{
    [Fact]
    public void The_list_equals_brute_force_for_cells_of_any_shape() =>
        Prop.ForAll(CrystalGenerators.AnyShape, crystal =>
        {
            const double radius = 5;
            var list = NeighbourList.Find(crystal, radius);
            for (var i = 0; i < crystal.Sites.Length; i++)
            {
                var expected = BruteForceNeighbours.Of(crystal, i, radius);
                var from = list.Start[i];
                Math.Abs(list.Start[i + 1] - from - expected.Count).ShouldBeLessThanOrEqualTo(NearBoundary(expected, crystal, i, radius));
                for (var k = 0; k < Math.Min(expected.Count, list.Start[i + 1] - from); k++)
                    // One grid step: two ways of computing a distance may round to neighbouring grid points.
                    list.DistanceAngstrom[from + k].ShouldBe(DistanceGrid.ToAngstrom(expected[k].Grid), 1.01e-4);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_needle_of_one_atom_sees_its_images_along_the_short_edges_only()
    {
        var needle = new Crystal(new(new(2, 0, 0), new(0, 300, 0), new(0, 0, 400)), [new Site(new(0.3, 7.9, -2.1), 26)]);
        var list = NeighbourList.Find(needle, 8);
        list.DistanceAngstrom.ShouldBe([2, 2, 4, 4, 6, 6, 8, 8]);
        list.Site.ShouldAllBe(j => j == 0);
    }

    [Fact]
    public void A_radius_far_beyond_the_cell_counts_every_lattice_point_in_the_sphere()
    {
        // Gauss circle problem in three dimensions: 33,401 integer points lie within radius 20, the origin among them (OEIS A000605).
        var cube = new Crystal(Lattice.Cubic(1), [new Site(new(0, 0, 0), 1)]);
        NeighbourList.Find(cube, 20).Site.Length.ShouldBe(33_400);
    }

    [Fact]
    public void A_heavily_skewed_description_of_a_lattice_has_the_neighbours_of_the_plain_one()
    {
        var plain = new Crystal(Lattice.Cubic(3), [new Site(new(0, 0, 0), 1)]);
        var l = plain.Lattice;
        var skewed = new Crystal(new(l.A, l.B + 57 * l.A, l.C - 91 * l.A + 33 * l.B), plain.Sites);
        NeighbourList.Find(skewed, 10).DistanceAngstrom.ShouldBe(NeighbourList.Find(plain, 10).DistanceAngstrom);
    }

    [Fact]
    public void A_bond_longer_than_the_radius_is_not_added()
    {
        var cube = new Crystal(Lattice.Cubic(3), [new Site(new(0, 0, 0), 1)]);
        NeighbourList.Find(cube, 2.9998).Site.Length.ShouldBe(0);
        NeighbourList.Find(cube, 3).Site.Length.ShouldBe(6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1001)]
    public void A_radius_outside_its_range_is_refused(double radius) =>
        Should.Throw<ArgumentOutOfRangeException>(() => NeighbourList.Find(new(Lattice.Cubic(3), [new Site(new(0, 0, 0), 1)]), radius));

    [Fact]
    public void A_flat_lattice_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            NeighbourList.Find(new(new(new(1, 0, 0), new(0, 1, 0), new(1, 1, 0)), [new Site(new(0, 0, 0), 1)]), 3));

    // Where a distance lies within rounding noise of the radius, either answer is right.
    private static int NearBoundary(List<(int Grid, int Site)> expected, Crystal crystal, int i, double radius) =>
        BruteForceNeighbours.Of(crystal, i, radius + 1e-4).Count
        - expected.Count
        + expected.Count(e => e.Grid == DistanceGrid.ToGrid(radius));
}
