using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class PoscarFilesAreRead
{
    private const string RockSalt = "NaCl\n1.0\n5.64 0 0\n0 5.64 0\n0 0 5.64\nNa Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n";

    private static readonly PoscarFormat s_format = new();

    [Fact]
    public void With_a_line_of_elements()
    {
        var crystal = ReadOf.Crystal(s_format, RockSalt);
        crystal.Lattice.Volume.ShouldBe(5.64 * 5.64 * 5.64, 1e-9);
        crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe([11, 17]);
        crystal.Sites[1].Fractional.ShouldBe(new(0.5, 0.5, 0.5));
    }

    [Theory]
    [InlineData("Na_pv Cl")]
    [InlineData("Na/1a2b3c Cl_h")]
    [InlineData("  Na   Cl  ! as computed")]
    public void With_names_of_potentials(string elements) =>
        ReadOf.Crystal(s_format, RockSalt.Replace("\nNa Cl\n", $"\n{elements}\n"))
            .Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe([11, 17]);

    [Theory]
    [InlineData("Na Cl", new[] { 11, 17 })]
    [InlineData("Na Cl from somewhere", new[] { 11, 17 })]
    [InlineData("ClNa", new[] { 17, 11 })]
    [InlineData("Na4 Cl4", new[] { 11, 17 })]
    public void Of_VASP_4_with_elements_in_the_comment_and_a_warning(string comment, int[] expected)
    {
        var entry = ReadOf.All(s_format, RockSalt.Replace("\nNa Cl\n", "\n").Replace("NaCl\n", comment + "\n")).ShouldHaveSingleItem();
        entry.Crystal.ShouldNotBeNull().Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe(expected);
        entry.Problems.ShouldHaveSingleItem().Severity.ShouldBe(ProblemSeverity.Warning);
    }

    [Theory]
    [InlineData("a comment")]
    [InlineData("NaCl2")]
    [InlineData("Na4 Cl8")]
    [InlineData("Na")]
    [InlineData("Na Cl O")]
    public void Of_VASP_4_not_where_the_comment_names_other_elements(string comment)
    {
        var error = ReadOf.Error(s_format, RockSalt.Replace("\nNa Cl\n", "\n").Replace("NaCl\n", comment + "\n"));
        error.Place.ShouldBe("POSCAR, line 6");
        error.Message.ShouldContain("The elements are missing");
        error.Suggestion.ShouldContain("Na Cl");
    }

    [Fact]
    public void With_a_volume_for_the_scale() =>
        ReadOf.Crystal(s_format, RockSalt.Replace("\n1.0\n", "\n-200\n")).Lattice.Volume.ShouldBe(200, 1e-9);

    [Fact]
    public void With_three_factors_that_scale_Cartesian_coordinates_too()
    {
        var text = RockSalt.Replace("\n1.0\n", "\n1 2 0.5\n").Replace("Direct", "kartesian").Replace("0.5 0.5 0.5", "1 1 1");
        var crystal = ReadOf.Crystal(s_format, text);
        crystal.Lattice.ShouldBe(new Lattice(new(5.64, 0, 0), new(0, 11.28, 0), new(0, 0, 2.82)));
        (crystal.Lattice.ToCartesian(crystal.Sites[1].Fractional) - new Vector3(1, 2, 0.5)).Length.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void With_selective_dynamics_exponents_of_Fortran_and_velocities()
    {
        var text = RockSalt
            .Replace("Direct", "Selective dynamics\ndirect")
            .Replace("0.5 0.5 0.5\n", "5d-1 0.5D0 .5 T F T Cl\n\n0.1 0.1 0.1\n9 9 9\n");
        var crystal = ReadOf.Crystal(s_format, text.Replace("\n", "\r\n"));
        crystal.Sites.Length.ShouldBe(2);
        crystal.Sites[1].Fractional.ShouldBe(new(0.5, 0.5, 0.5));
    }

    [Fact]
    public void With_an_element_that_comes_twice() =>
        ReadOf.Crystal(s_format, RockSalt.Replace("\nNa Cl\n1 1\n", "\nNa Cl Na\n1 1 1\n") + "0.5 0 0\n")
            .Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe([11, 17, 11]);

    [Theory]
    [InlineData("\n1.0\n", "\nzero\n", 2, "scale")]
    [InlineData("\n1.0\n", "\n0\n", 2, "scale")]
    [InlineData("\n1.0\n", "\n1 -1 1\n", 2, "scale")]
    [InlineData("0 5.64 0\n", "0 NaN 0\n", 4, "lattice vector")]
    [InlineData("0 5.64 0\n", "5.64 0 0\n", 3, "No crystal has this cell")]
    [InlineData("0 5.64 0\n", "0 1e300 0\n", 3, "at most 10000 are read")]
    [InlineData("Na Cl\n1", "Na Xx\n1", 6, "stands for no element")]
    [InlineData("Na Cl\n1", "Na NaCl\n1", 6, "names no element")]
    [InlineData("\n1 1\n", "\n1\n", 7, "2 elements and 1 counts")]
    [InlineData("\n1 1\n", "\none one\n", 7, "counts")]
    [InlineData("\n1 1\n", "\n1 2\n", 10, "ends before the last atom")]
    [InlineData("\n1 1\n", "\n1 2147483647\n", 7, "at most 2000 are read")]
    [InlineData("\n1 1\n", "\n0 0\n", 8, "no atoms")]
    [InlineData("Direct\n", "", 8, "kind of coordinates")]
    [InlineData("0.5 0.5 0.5", "0.5 0.5", 10, "three coordinates")]
    [InlineData("0.5 0.5 0.5", "0.5 0.5 nan", 10, "three coordinates")]
    [InlineData("0.5 0.5 0.5", "0.5 0.5 1e9", 10, "no place in this cell")]
    [InlineData("0.5 0.5 0.5", "0 0 0.01", 9, "nearer than 0.4")]
    public void Not_where_something_is_wrong_which_is_told_with_its_line(string part, string instead, int line, string message)
    {
        RockSalt.ShouldContain(part);
        var error = ReadOf.Error(s_format, RockSalt.Replace(part, instead));
        error.Message.ShouldContain(message, Case.Insensitive);
        error.Place.ShouldBe($"POSCAR, line {line}");
        error.Suggestion.ShouldNotBeEmpty();
    }
}
