using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class SpaceGroupsByNameAreApplied
{
    private const string CubicCell = "5.64 5.64 5.64 90 90 90";

    private static string Cif(string group, string cell = CubicCell, string rows = "Na 0 0 0\nCl 0.5 0.5 0.5") =>
        "data_x\n" + string.Concat(Names.Zip(cell.Split(' '), static (n, v) => $"_cell_{n} {v}\n")) + group
        + "\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n" + rows + "\n";

    private static string[] Names => ["length_a", "length_b", "length_c", "angle_alpha", "angle_beta", "angle_gamma"];

    private static string Listed(params string[] operations) =>
        "\nloop_\n_symmetry_equiv_pos_as_xyz\n" + string.Join('\n', operations) + "\n";

    private static Crystal Read(string text)
    {
        var result = CifReader.Read(text);
        result.Problems.ShouldBeEmpty();
        return result.Structures.ShouldHaveSingleItem().Crystal;
    }

    private static CifProblem ErrorOf(string text)
    {
        var result = CifReader.Read(text);
        result.Structures.ShouldBeEmpty();
        var problem = result.Problems.Single(p => p.Severity == ProblemSeverity.Error);
        problem.Kind.ShouldBe(CrystalProblemKind.SpaceGroup);
        problem.Suggestion.ShouldNotBeEmpty();
        return problem;
    }

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F m -3 m'")]
    [InlineData("_space_group_name_H-M_alt Fm-3m")]
    [InlineData("_space_group_name_H-M_full 'F 4/m -3 2/m'")]
    [InlineData("_space_group.name_H-M_alt 'F m 3 m'")]
    [InlineData("_space_group_name_Hall '-F 4 2 3'")]
    [InlineData("_symmetry_space_group_name_Hall '-f_4_2_3'")]
    [InlineData("_symmetry_Int_Tables_number 225")]
    [InlineData("_space_group_IT_number 225")]
    [InlineData("_space_group_name_Schoenflies Oh^5")]
    [InlineData("_space_group_name_H-M_alt ?\n_symmetry_space_group_name_H-M 'F m -3 m'")]
    public void Rock_salt_has_eight_sites_however_its_group_is_named(string group)
    {
        var sites = Read(Cif(group)).Sites;
        sites.Count(s => s.Occupants[0].AtomicNumber == 11).ShouldBe(4);
        sites.Count(s => s.Occupants[0].AtomicNumber == 17).ShouldBe(4);
    }

    [Theory]
    [InlineData("'P 1'", 1)]
    [InlineData("'P -1'", 2)]
    [InlineData("''", 1)]
    [InlineData("?", 1)]
    public void Triclinic_groups_fit_any_cell(string name, int sites) =>
        Read(Cif($"_symmetry_space_group_name_H-M {name}", "5 6 7 80 95 100", "Fe 0.1 0.2 0.3")).Sites.Length.ShouldBe(sites);

    [Theory]
    [InlineData("5 5 12 90 90 120", "Fe 0 0 0.2", 6)]
    [InlineData("5 5 5 60 60 60", "Fe 0.2 0.2 0.2", 2)]
    public void The_cell_tells_hexagonal_from_rhombohedral_axes(string cell, string row, int sites) =>
        Read(Cif("_symmetry_space_group_name_H-M 'R -3 m'", cell, row)).Sites.Length.ShouldBe(sites);

    [Theory]
    [InlineData("'P 21/c'", "5 6 7 90 100 90", 0.1, 0.3, 0.8)]
    [InlineData("'P 21/b'", "5 6 7 90 90 100", 0.1, 0.7, 0.2)]
    [InlineData("'P 21/c'", "5 6 7 100 90 90", 0.6, 0.8, 0.2)]
    [InlineData("'P 21/c'", "5 6 7 90 90 90", 0.1, 0.3, 0.8)]
    public void The_cell_tells_the_axis_of_a_short_monoclinic_symbol_which_else_is_b(string name, string cell, double x, double y, double z)
    {
        var sites = Read(Cif($"_symmetry_space_group_name_H-M {name}", cell, "Fe 0.1 0.2 0.3")).Sites;
        sites.Length.ShouldBe(4);
        sites.ShouldContain(s => (s.Fractional - new Vector3(x, y, z)).Length < 1e-9);
    }

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m'", "5.4 5.4 5.4 90 90 90", "origin choice 1")]
    [InlineData("_space_group_IT_number 14", "5 6 7 90 100 90", "3 settings")]
    [InlineData("_space_group_IT_number 62", "5 6 7 90 90 90", "P n m a, P m n b, P b n m")]
    [InlineData("_space_group_IT_number 14", "5 6 7 90 90 90", "9 settings")]
    public void A_setting_that_stays_open_is_refused_by_name(string group, string cell, string expected)
    {
        var problem = ErrorOf(Cif(group, cell, "Si 0 0 0"));
        problem.Message.ShouldContain(expected);
        problem.Suggestion.ShouldContain("Hall");
    }

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m :2'", "Si 0.125 0.125 0.125")]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m Z'", "Si 0.125 0.125 0.125")]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m S'", "Si 0 0 0")]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m'\n_space_group_name_Hall 'F 4d 2 3 -1d'", "Si 0 0 0")]
    [InlineData("_symmetry_space_group_name_H-M 'F d -3 m'\n_space_group_name_Hall 'F 4d 2 3 -1d (1 1 1)'", "Si 1/12 1/12 1/12")]
    public void A_stated_origin_is_used(string group, string row) =>
        Read(Cif(group, rows: row.Replace("1/12", "0.083333333333333"))).Sites.Length.ShouldBe(8);

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F m -3 m'", "5.64 5.64 5.9 90 90 90", "a = b = c and three angles of 90; it has 5.64, 5")]
    [InlineData("_symmetry_space_group_name_H-M 'P 1 21/c 1'", "5 6 7 90 90 100", "two angles of 90 (alpha and gamma)")]
    [InlineData("_symmetry_space_group_name_H-M 'R -3 m'", "5 5 12 90 90 90", "gamma of 120 or a = b = c")]
    [InlineData("_space_group_name_Hall 'P 4 (1 1 0)'", "5 6 7 90 90 90", "does not have the symmetry")]
    public void A_cell_that_does_not_fit_is_refused(string group, string cell, string expected) =>
        ErrorOf(Cif(group, cell)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F 4/q m m'", "not in the International Tables")]
    [InlineData("_space_group_IT_number 231", "no number or Schoenflies symbol")]
    [InlineData("_symmetry_space_group_name_Schoenflies Oh", "'Oh' is no number or Schoenflies symbol")]
    [InlineData("_space_group_name_Hall 'F 9'", "no Hall symbol")]
    [InlineData("_space_group_IT_number 221\n_symmetry_space_group_name_H-M 'F m -3 m'", "the file states number 221")]
    [InlineData("_space_group_name_Hall '-P 4 2 3'\n_symmetry_space_group_name_H-M 'F m -3 m'", "different space groups")]
    [InlineData("_space_group_name_Hall '-P 2ybc'\n_space_group_IT_number 225", "different space groups")]
    public void Names_that_are_unknown_or_contradict_each_other_are_refused(string group, string expected) =>
        ErrorOf(Cif(group)).Message.ShouldContain(expected);

    [Fact]
    public void A_broken_Hall_symbol_beside_a_good_name_is_told_and_passed_over()
    {
        var result = CifReader.Read(Cif("_space_group_name_Hall '-F*9'\n_symmetry_space_group_name_H-M 'F m -3 m'"));
        result.Structures.ShouldHaveSingleItem().Crystal.Sites.Length.ShouldBe(8);
        result.Problems.ShouldHaveSingleItem().Message.ShouldContain("'-F*9' is no Hall symbol");
    }

    [Theory]
    [InlineData("_symmetry_space_group_name_H-M 'F m -3 m'", "x,y,z", "The file lists 1 symmetry operation, but F m -3 m has 192;")]
    [InlineData("_symmetry_space_group_name_H-M 'P 21/c'", "x,y,z", "but P 21/c has 4;")]
    [InlineData("_space_group_name_Hall '-P 1'", "x,y,z", "the Hall symbol -P 1")]
    [InlineData("_space_group_IT_number 225", "x,y,z", "space group 225")]
    [InlineData("_symmetry_space_group_name_H-M 'P -1'\n_space_group_IT_number 225", "x,y,z\n-x,-y,-z", "space group 225 has 192;")]
    [InlineData("_symmetry_space_group_name_H-M 'P -1'", "x,y,z\n-x,y,-z", "that the file lists are not those of P -1;")]
    public void Listed_operations_count_and_a_name_that_contradicts_them_is_told(string group, string operations, string expected)
    {
        var result = CifReader.Read(Cif(group + Listed(operations)));
        result.Structures.ShouldHaveSingleItem().Crystal.Sites.Length.ShouldBe(2);
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Message.ShouldContain(expected);
        problem.Severity.ShouldBe(ProblemSeverity.Warning);
        problem.Kind.ShouldBe(CrystalProblemKind.SpaceGroup);
    }

    [Theory]
    [InlineData("'P 1'", "x,y,z")]
    [InlineData("'P 21/c'", "x,y,z|-x,-y,-z|-x,1/2+y,1/2-z|x,1/2-y,1/2+z")]
    // The origin a quarter of b away, on the screw axis.
    [InlineData("'P 21/c'", "x,y,z|-x,1/2-y,-z|-x,1/2+y,1/2-z|x,-y,1/2+z")]
    [InlineData("'P -1'", "x,y,z|0.2-x,0.37-y,-z")]
    [InlineData("'A 1 1 q'", "x,y,z|-x,-y,z")]
    public void Listed_operations_that_agree_at_any_origin_or_with_a_name_that_is_unknown_are_no_problem(string name, string operations) =>
        Read(Cif($"_symmetry_space_group_name_H-M {name}" + Listed(operations.Split('|')), "5 6 7 90 90 90", "Fe 0.1 0.2 0.3"))
            .Sites.Length.ShouldBe(operations.Split('|').Length);
}
