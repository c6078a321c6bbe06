using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class FormatsReadBackWhatIsWritten
{
    private const double Tolerance = 1e-4;

    public static TheoryData<int> Writers => [.. Enumerable.Range(0, Written.Ordered.Length)];

    [Theory]
    [MemberData(nameof(Writers))]
    public void A_crystal_of_any_shape_comes_back(int writer)
    {
        var (name, format, write) = Written.Ordered[writer];
        var read = 0;
        Prop.ForAll(CrystalGenerators.AnyShape, crystal =>
        {
            if (!CanBe(crystal)) return;
            read++;
            ShouldBeNear(ReadOf.Crystal(format, write(crystal)), crystal, name);
        }).Check(Config.QuickThrowOnFailure.WithReplay(23, 29).WithMaxTest(200));
        read.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_left_handed_cell_comes_back()
    {
        var crystal = new Crystal(
            new(new(0, 4, 0), new(3, 0.5, 0), new(0, 0.2, 5)),
            [new(new(0.1, 0.2, 0.3), 26), new(new(0.6, 0.7, 0.9), 8)]);
        foreach (var (name, format, write) in Written.Ordered) ShouldBeNear(ReadOf.Crystal(format, write(crystal)), crystal, name);
    }

    [Fact]
    public void Coordinates_come_back_within_the_cell()
    {
        var crystal = new Crystal(Lattice.Cubic(4), [new(new(-0.25, 1.5, 2), 26)]);
        foreach (var (name, format, write) in Written.Ordered)
        {
            var place = ReadOf.Crystal(format, write(crystal)).Sites[0].Fractional;
            (place - new Vector3(0.75, 0.5, 0)).Length.ShouldBeLessThan(1e-9, name);
        }
    }

    // Fully occupied atoms on top of each other are no crystal.
    private static bool CanBe(Crystal crystal)
    {
        for (var i = 0; i < crystal.Sites.Length; i++)
            for (var j = 0; j < i; j++)
                if (NearestImage(crystal.Lattice, crystal.Sites[i].Fractional - crystal.Sites[j].Fractional) < 0.5)
                    return false;
        return LatticeFault.Of(crystal.Lattice, InputLimits.Default) is null;
    }

    private static double NearestImage(Lattice lattice, Vector3 difference)
    {
        var nearest = double.MaxValue;
        for (var a = -9; a <= 9; a++)
            for (var b = -6; b <= 6; b++)
                for (var c = -1; c <= 1; c++)
                    nearest = Math.Min(nearest, lattice.ToCartesian(Wrapped(difference) + new Vector3(a, b, c)).Length);
        return nearest;
    }

    private static void ShouldBeNear(Crystal read, Crystal written, string name)
    {
        read.Sites.Length.ShouldBe(written.Sites.Length, name);
        (read.Lattice.A - written.Lattice.A).Length.ShouldBeLessThan(Tolerance, name);
        (read.Lattice.B - written.Lattice.B).Length.ShouldBeLessThan(Tolerance, name);
        (read.Lattice.C - written.Lattice.C).Length.ShouldBeLessThan(Tolerance, name);
        for (var i = 0; i < read.Sites.Length; i++)
        {
            read.Sites[i].Occupants.ShouldBe(written.Sites[i].Occupants, name);
            var difference = Wrapped(read.Sites[i].Fractional - written.Sites[i].Fractional);
            written.Lattice.ToCartesian(difference).Length.ShouldBeLessThan(Tolerance, name);
        }
    }

    private static Vector3 Wrapped(Vector3 f) => new(f.X - Math.Round(f.X), f.Y - Math.Round(f.Y), f.Z - Math.Round(f.Z));
}
