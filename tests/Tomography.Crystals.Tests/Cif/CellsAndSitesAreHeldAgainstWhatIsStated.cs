using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

/// <summary>Multiplicities, the volume and the density that a CIF states are those of its crystal, or it is told.</summary>
public class CellsAndSitesAreHeldAgainstWhatIsStated
{
    private const string Inversion = "loop_\n_space_group_symop_operation_xyz\n'x, y, z'\n'-x, -y, -z'\n";
    private const string Loop = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    private static CrystalProblem? Told(string text) => CifReader.Read(text) is { Structures.Length: 1 } result
        ? result.Problems.SingleOrDefault() is { } one ? new("", one.Severity, one.Kind, one.Message, one.Suggestion) : null
        : throw new InvalidOperationException("The text has one crystal.");

    private static string Cif(string lines, string operations, string column, string sites) =>
        $"data_x\n{lines}\n_cell_length_a 5\n_cell_length_b 5\n_cell_length_c 5\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
            + $"_cell_angle_gamma 90\n{operations}{Loop}{column}{sites}\n";

    [Theory]
    [InlineData("_atom_site_symmetry_multiplicity", "Fe 0.1 0.2 0.3 2\nO 0.5 0 0 1", null)]
    [InlineData("_atom_site_symmetry_multiplicity", "Fe 0.1 0.2 0.3 1\nO 0.5 0 0 2", null)] // the order of the site's own symmetry
    [InlineData("_atom_site_site_symmetry_multiplicity", "Fe 0.1 0.2 0.3 2\nO 0.5 0 0 ?", null)]
    [InlineData("_atom_site_site_symmetry_multiplicity", "Fe 0.1 0.2 0.3 4\nO 0.5 0 0 1", "and the operations make 2 of it; ")]
    [InlineData("_atom_site_symmetry_multiplicity", "Fe 0.1 0.2 0.3 8\nO 0.5 0 0 4", "all sites 4 times as many as are made")]
    [InlineData("_atom_site_Wyckoff_symbol", "Fe 0.1 0.2 0.3 2i\nO 0.5 0 0 1b", null)]
    [InlineData("_atom_site_Wyckoff_symbol", "Fe 0.1 0.2 0.3 i\nO 0.5 0 0 b", null)] // letters say nothing of numbers
    [InlineData("_atom_site_Wyckoff_label", "Fe 0.1 0.2 0.3 2i\nO 0.5 0 0 3b", "multiplicity 3 of this site, and the operations make 1")]
    public void Multiplicities_are_those_that_the_operations_make(string name, string sites, string? expected)
    {
        var told = Told(Cif("", Inversion, name + "\n", sites));
        if (expected is null) told.ShouldBeNull();
        else told.ShouldNotBeNull().Message.ShouldContain(expected);
        (told?.Kind ?? CrystalProblemKind.Contradiction).ShouldBe(CrystalProblemKind.Contradiction);
    }

    [Fact]
    public void Dummy_and_empty_sites_do_not_shift_the_multiplicities_of_others() => Told(Cif(
        "", Inversion, "_atom_site_occupancy\n_atom_site_calc_flag\n_atom_site_symmetry_multiplicity\n",
        "X 0.4 0.4 0.4 1 dum 7\nFe 0.7 0.1 0.3 0 . 7\nO 0.5 0 0 1 . 1")).ShouldBeNull();

    [Theory]
    [InlineData("_cell_volume 125.0(2)", null)]
    [InlineData("_cell_volume 126", null)] // 1 % is rounding
    [InlineData("_cell_volume ?", null)]
    [InlineData("_cell_volume 130", "a volume of 130 A3, and its lengths and angles make 125 A3.")]
    [InlineData("_cell_volume 500", "make 125 A3, 4 times as much: what is stated belongs to a larger cell")]
    [InlineData("_cell_volume 62.5", "make 125 A3, 1/2 of it: what is stated belongs to a smaller cell")]
    [InlineData("_exptl_crystal_density_diffrn 0.9542", null)] // 55.845 + 15.999 dalton in 125 A3
    [InlineData("_exptl_crystal_density_diffrn 1.4", "a density of 1.4 g/cm3, and its cell and sites make 0.954 g/cm3.")]
    [InlineData("_exptl_crystal_density_diffrn 3.8168", "make 0.954 g/cm3, 4 times as much.")]
    public void Volume_and_density_are_those_of_the_cell_and_its_sites_and_else_the_crystal_is_used_and_told(string line, string? expected)
    {
        var told = Told(Cif(line, "", "", "Fe 0 0 0\nO 0.5 0.5 0.5"));
        if (expected is null) told.ShouldBeNull();
        else told.ShouldNotBeNull().Message.ShouldContain(expected);
        (told?.Kind ?? CrystalProblemKind.Content).ShouldBe(CrystalProblemKind.Content);
    }

    [Theory]
    [InlineData("0.2394", null)] // water
    [InlineData("0.2661", null)] // heavy water
    [InlineData("0.3", "a density of 0.3")]
    public void Deuterium_makes_crystals_heavier(string density, string? expected)
    {
        var told = Told(Cif($"_exptl_crystal_density_diffrn {density}", "", "", "O 0 0 0\nH1 0.2 0 0\nH2 0 0.2 0"));
        if (expected is null) told.ShouldBeNull();
        else told.ShouldNotBeNull().Message.ShouldContain(expected);
    }

    [Fact]
    public void A_density_that_follows_from_another_formula_is_not_told_twice() =>
        Told(Cif("_chemical_formula_sum 'Fe O H4'\n_exptl_crystal_density_diffrn 1.01", "", "", "Fe 0 0 0\nO 0.5 0.5 0.5"))
            .ShouldNotBeNull().Message.ShouldContain("H is missing");

    [Theory]
    [InlineData("5,64", "'5,64', which is no number.", "with a point")]
    [InlineData("five", "'five', which is no number.", "angstrom")]
    public void A_length_that_is_no_number_is_shown(string length, string message, string suggestion)
    {
        var text = Cif("", "", "", "Fe 0 0 0").Replace("_cell_length_b 5", $"_cell_length_b {length}");
        var problem = CifReader.Read(text).Problems.ShouldHaveSingleItem();
        problem.Message.ShouldEndWith(message);
        problem.Suggestion.ShouldContain(suggestion);
    }

    [Fact]
    public void Operations_with_blanks_and_without_quotes_are_told_so() =>
        CifReader.Read(Cif("", "loop_\n_symmetry_equiv_pos_as_xyz\nx, y, z\n-x, -y, -z\n", "", "Fe 0 0 0"))
            .Problems.ShouldHaveSingleItem().Suggestion.ShouldStartWith("Quote operations");
}
