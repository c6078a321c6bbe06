using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

/// <summary>What is missing or damaged is told, and made good only where the file leaves nothing open.</summary>
public class DamagedCifFilesAreReadWhereNothingIsOpen
{
    private static string Cif(string head, string operations, string rows = "Fe 0.1 0.2 0.3") =>
        SmallCif.Of(rows, head + SmallCif.Cube(5), $"loop_\n_space_group_symop_operation_xyz\n{operations.Replace('|', '\n')}\n");

    [Theory]
    [InlineData("x,y,z|x,-y,-z|1/2-x,1/2+y,1/2-z|1/2+x,1/2-y,1/2+z", "do not form a group")] // a wrong sign
    [InlineData("-x,-y,-z|1/2-x,1/2+y,1/2-z|1/2+x,1/2-y,1/2+z", "do not form a group")] // no identity
    [InlineData("x,y,x|-x,-y,-z", "'x,y,x' is not a symmetry operation")]
    public void A_damaged_list_of_operations_gives_way_to_the_space_group_where_its_setting_is_plain(string operations, string fault)
    {
        var result = CifReader.Read(Cif("_space_group_name_Hall '-P 2yn'\n", operations));
        result.Structures.ShouldHaveSingleItem().Crystal.Sites.Length.ShouldBe(4);
        var told = result.Problems.ShouldHaveSingleItem();
        (told.Severity, told.Kind).ShouldBe((ProblemSeverity.Warning, CrystalProblemKind.SpaceGroup));
        told.Message.ShouldContain(fault);
        told.Message.ShouldEndWith("the 4 operations of the Hall symbol -P 2yn were taken in their place.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("_symmetry_space_group_name_H-M 'P 1'\n")]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m'\n")] // two origins
    [InlineData("_symmetry_Int_Tables_number 62\n")] // six orders of the axes
    public void Where_no_group_is_named_or_its_setting_is_open_the_list_is_refused(string head)
    {
        var result = CifReader.Read(Cif(head, "x,y,z|x,-y,-z|1/2-x,1/2+y,1/2-z"));
        result.Structures.ShouldBeEmpty();
        result.Problems.ShouldHaveSingleItem().Message.ShouldContain("do not form a group");
    }

    [Fact]
    public void Angles_that_are_left_out_are_right_ones_and_unknown_ones_are_not()
    {
        var whole = SmallCif.Of("Fe 0 0 0", SmallCif.Cube(5));
        var result = CifReader.Read(whole.Replace("_cell_angle_beta 90\n", ""));
        result.Structures.ShouldHaveSingleItem().Crystal.Lattice.Volume.ShouldBe(125, 1e-9);
        result.Problems.ShouldHaveSingleItem().Message.ShouldBe("_cell_angle_beta is missing and was taken as its default, 90 degrees.");
        CifReader.Read(whole.Replace("_cell_angle_beta 90\n", "_cell_angle_beta ?\n")).Structures.ShouldBeEmpty();
        CifReader.Read(whole.Replace("_cell_length_b 5\n", "")).Structures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Wat")]
    [InlineData("WatOW")]
    [InlineData("Wat1(8MRb)")]
    public void Water_is_read_as_its_oxygen_and_told_once(string label)
    {
        var result = CifReader.Read(SmallCif.Of($"{label} 0 0 0\n{label} 0.5 0.5 0.5", SmallCif.Cube(5)));
        result.Structures.ShouldHaveSingleItem().Crystal.Sites.ShouldAllBe(s => s.Occupants[0].AtomicNumber == 8);
        result.Problems.ShouldHaveSingleItem().Message.ShouldContain("stands for a molecule of water and was read as its oxygen");
    }

    [Theory]
    [InlineData("_publ_title '''two\nlines, it's'''\n")]
    [InlineData("_publ_title \"\"\"a \"word\" in it\"\"\"\n")]
    [InlineData("_authors [a b 'c ] d' [e f]]\n_table {'one':1 \"two\":'}'}\n")]
    public void Values_of_newer_files_that_say_so_are_passed_over_as_a_whole(string item)
    {
        var text = SmallCif.Of("Fe 0 0 0", item + SmallCif.Cube(5));
        var result = CifReader.Read("#\\#CIF_2.0\n" + text);
        result.Problems.ShouldBeEmpty();
        result.Structures.ShouldHaveSingleItem().Crystal.Lattice.Volume.ShouldBe(125, 1e-9);
        // Elsewhere brackets are text.
        CifReader.Read(text.Replace(item, "_publ_title [a\n")).Problems.ShouldBeEmpty();
    }
}
