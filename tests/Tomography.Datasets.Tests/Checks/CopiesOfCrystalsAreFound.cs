using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Datasets.Tests;

public class CopiesOfCrystalsAreFound
{
    private static readonly Site[] s_rockSalt = [new(new(0, 0, 0), 11), new(new(0.5, 0.5, 0.5), 17)];

    [Fact]
    public void Also_in_another_cell_another_origin_and_another_order()
    {
        var moved = new Crystal(Lattice.Cubic(4), [new(new(0.75, 0.75, 0.85), 17), new(new(0.25, 0.25, 0.35), 11)]);
        var doubled = new Crystal(
            new(new(8, 0, 0), new(0, 4, 0), new(0, 0, 4)),
            [.. s_rockSalt.SelectMany(s => new[] { 0.0, 0.5 }.Select(x =>
                s with { Fractional = new(s.Fractional.X / 2 + x, s.Fractional.Y, s.Fractional.Z) }))]);
        Copies(new Crystal(Lattice.Cubic(4), [.. s_rockSalt]), Other, moved, doubled).ShouldBe([0, 2, 3]);
    }

    [Fact]
    public void What_differs_as_two_relaxations_do_is_nearly_the_same()
    {
        Crystal[] crystals = [.. new[] { 4, 4.04, 4.3 }.Select(edge => new Crystal(Lattice.Cubic(edge), [.. s_rockSalt]))];
        Copies(crystals).ShouldBeEmpty();
        CrystalCopies.In(Materials(crystals), near: true).ShouldHaveSingleItem().ShouldBe([0, 1]);
    }

    [Fact]
    public void Polymorphs_with_the_same_nearest_neighbours_are_two_crystals()
    {
        // Zinc blende and wurtzite of one bond length.
        var cubic = new Crystal(
            Lattice.Cubic(5.41),
            [.. Face(0, 30), .. Face(0.25, 16)]);
        var a = 5.41 / Math.Sqrt(2);
        var hexagonal = new Crystal(
            Lattice.FromParameters(a, a, a * Math.Sqrt(8.0 / 3), 90, 90, 120),
            [
                new(new(1.0 / 3, 2.0 / 3, 0), 30), new(new(2.0 / 3, 1.0 / 3, 0.5), 30), new(new(1.0 / 3, 2.0 / 3, 0.375), 16),
                new(new(2.0 / 3, 1.0 / 3, 0.875), 16),
            ]);
        CrystalCopies.In(Materials(cubic, hexagonal), near: true).ShouldBeEmpty();

        static IEnumerable<Site> Face(double shift, int element) =>
            new Vector3[] { new(0, 0, 0), new(0.5, 0.5, 0), new(0.5, 0, 0.5), new(0, 0.5, 0.5) }
                .Select(f => new Site(new(f.X + shift, f.Y + shift, f.Z + shift), element));
    }

    private static Crystal Other => new(Lattice.Cubic(4), [new(new(0, 0, 0), 11), new(new(0.5, 0.5, 0.4), 17)]);

    private static int[] Copies(params Crystal[] crystals) => [.. CrystalCopies.In(Materials(crystals)).SelectMany(g => g)];

    private static ImmutableArray<Material> Materials(params Crystal[] crystals) =>
        [.. crystals.Select((c, i) => new Material($"m{i}", Formula.Reduced(c), c))];
}
