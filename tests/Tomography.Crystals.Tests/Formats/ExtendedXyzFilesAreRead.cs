using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class ExtendedXyzFilesAreRead
{
    private const string Lattice = "Lattice=\"5.64 0 0 0 5.64 0 0 0 5.64\"";
    private const string Rows = "Na 0 0 0\nCl 2.82 2.82 2.82\n";

    private static readonly ExtendedXyzFormat s_format = new();

    [Fact]
    public void Frame_by_frame_with_values()
    {
        var text =
            $"2\n{Lattice} Properties=species:S:1:pos:R:3 energy=-7.1 mp_id=mp-1 \n{Rows}"
                + $"2\n{Lattice} energy=-7.2d0 mp_id=mp-2\n{Rows}\n";
        var entries = ReadOf.All(s_format, text);
        entries.Select(e => e.Id).ShouldBe(["mp-1", "mp-2"]);
        entries.Select(e => e.Values.Single(v => v.Key == "energy").Value).ShouldBe(["-7.1", "-7.2"]);
        entries.ShouldAllBe(e => e.Crystal!.Sites.Length == 2 && e.Problems.IsEmpty);
        entries[1].Place.ShouldBe("extended XYZ, frame 2 at line 5");
    }

    [Fact]
    public void With_columns_in_any_order_and_atomic_numbers()
    {
        var crystal = ReadOf.Crystal(
            s_format,
            $"2\n{Lattice} Properties=forces:R:3:Z:I:1:tag:S:1:pos:R:3 pbc=[T, T, T]\n1 2 3 11 a 0 0 0\n1 2 3 17 b 2.82 2.82 2.82 more\n");
        crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe([11, 17]);
        (crystal.Sites[1].Fractional - new Vector3(0.5, 0.5, 0.5)).Length.ShouldBeLessThan(1e-12);
    }

    [Theory]
    [InlineData("Lattice=[[5.64, 0, 0], [0, 5.64, 0], [0, 0, 5.64]]")]
    [InlineData("lattice='5.64 0 0 0 5.64 0 0 0 5.64'")]
    [InlineData("cell={5.64 5.64 5.64}")]
    [InlineData("Lattice = \"5.64 5.64 5.64\"")]
    public void With_lattices_as_programs_spell_them(string lattice) =>
        ReadOf.Crystal(s_format, $"2\n{lattice}\n{Rows}").Lattice.ShouldBe(new Lattice(new(5.64, 0, 0), new(0, 5.64, 0), new(0, 0, 5.64)));

    [Fact]
    public void With_quoted_values_flags_and_arrays()
    {
        var values = ReadOf.All(
            s_format,
            $"2\n{Lattice} name=\"two \\\"words\\\"\" metal relaxed=F stress=[1, 2, 3] gap=NaN note='x = y' ehull=na\n{Rows}")[0].Values;
        values.ShouldBe([new("name", "two \"words\""), new("metal", "true"), new("relaxed", "false"), new("note", "x = y")]);
    }

    [Fact]
    public void Frames_after_a_bad_one_too()
    {
        var entries = ReadOf.All(s_format, $"2\na molecule of salt\n{Rows}2\n{Lattice} pbc=\"T T F\"\n{Rows}2\n{Lattice}\n{Rows}");
        entries.Select(e => e.Crystal is not null).ShouldBe([false, false, true]);
        entries[0].Problems.ShouldHaveSingleItem().Message.ShouldContain("molecule");
        entries[1].Problems.ShouldHaveSingleItem().Message.ShouldContain("pbc");
    }

    [Theory]
    [InlineData("Na 0 0\nCl 1 1 1\n", "has 3 columns", 3)]
    [InlineData("Na 0 0 0\nCl 1 nan 1\n", "'nan' is no coordinate", 4)]
    [InlineData("Na 0 0 0\nX 1 1 1\n", "stands for no element", 4)]
    [InlineData("Na 0 0 0\nCL 1 1 1\n", "names no element", 4)]
    [InlineData("Na 0 0 0\nCl 1 1 1e300\n", "no place in this cell", 4)]
    public void Not_rows_that_hold_something_else(string rows, string message, int line)
    {
        var error = ReadOf.Error(s_format, $"2\n{Lattice}\n{rows}");
        error.Message.ShouldContain(message);
        error.Place.ShouldBe($"extended XYZ, line {line}");
    }

    [Fact]
    public void Not_what_follows_a_wrong_count()
    {
        var entries = ReadOf.All(s_format, $"1\n{Lattice}\n{Rows}");
        entries.Length.ShouldBe(2);
        entries[0].Crystal.ShouldNotBeNull();
        entries[1].EndsFile.ShouldBeTrue();
        entries[1].Problems[0].Message.ShouldContain("where a frame starts");
        ReadOf.All(s_format, $"3\n{Lattice}\n{Rows}").ShouldHaveSingleItem().EndsFile.ShouldBeTrue();
    }

    [Fact]
    public void Not_a_frame_of_more_atoms_than_are_read_but_the_next_one()
    {
        var many = string.Concat(Enumerable.Range(0, 2_001).Select(i => $"Na {i} 0 0\n"));
        var entries = ReadOf.All(s_format, $"2001\n{Lattice}\n{many}2\n{Lattice}\n{Rows}");
        entries[0].Problems.ShouldHaveSingleItem().Kind.ShouldBe(CrystalProblemKind.TooLarge);
        entries[1].Crystal.ShouldNotBeNull();
        ReadOf.All(s_format, $"99999999999\n{Lattice}\n{Rows}").ShouldHaveSingleItem().EndsFile.ShouldBeTrue();
    }

    [Fact]
    public void Not_a_line_without_end() =>
        Should.Throw<InputLimitException>(() =>
            ReadOf.All(s_format, "2\n" + new string('x', 5_000), InputLimits.Default with { MostCifCharacters = 4_000 }));
}
