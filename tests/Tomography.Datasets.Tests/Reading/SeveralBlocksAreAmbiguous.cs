using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public class SeveralBlocksAreAmbiguous
{
    private const string Cell = "_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n";
    private const string Atoms = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    private static string Block(string name, string rows, double edge = 4, string extra = "") => FormattableString.Invariant(
        $"data_{name}\n_cell_length_a {edge}\n_cell_length_b {edge}\n_cell_length_c {edge}\n{Cell}{extra}{Atoms}{rows}\n");

    [Fact]
    public void Two_blocks_with_different_atoms_are_no_one_crystal()
    {
        var result = CifReader.Read(Block("a", "Fe 0 0 0") + Block("b", "Ni 0 0 0"));
        result.Structures.Length.ShouldBe(2);
        result.OnlyCrystal.ShouldBeNull();
    }

    [Fact]
    public void A_block_that_cannot_be_read_counts_so_that_an_impurity_does_not_take_its_place()
    {
        var result = CifReader.Read(Block("wanted", "Fe 0 ? 0") + Block("impurity", "Ni 0 0 0"));
        result.Structures.ShouldHaveSingleItem().BlockName.ShouldBe("impurity");
        result.RefusedBlocks.ShouldBe(["wanted"]);
        result.OnlyCrystal.ShouldBeNull();
    }

    [Fact]
    public void Blocks_without_atoms_do_not_count()
    {
        var result = CifReader.Read("data_publication\n_journal_year 2001\n" + Block("a", "Fe 0 0 0") + "data_cell\n_cell_length_a 3\n");
        result.RefusedBlocks.ShouldBeEmpty();
        result.OnlyCrystal.ShouldBe(result.Structures[0].Crystal);
    }

    [Theory]
    [InlineData("O 0.5 0.5 0.50001\nFe 0 0 1", 4.0001, true)]
    [InlineData("Fe 0 0 0\nO 0.5 0.5 0.6", 4.0, false)]
    [InlineData("Fe 0 0 0\nO 0.5 0.5 0.5", 4.1, false)]
    [InlineData("O 0 0 0\nFe 0.5 0.5 0.5", 4.0, false)]
    [InlineData("Fe 0 0 0", 4.0, false)]
    public void Blocks_of_the_same_cell_and_sites_in_any_order_are_one_crystal(string rows, double edge, bool isSame) =>
        (CifReader.Read(Block("a", "Fe 0 0 0\nO 0.5 0.5 0.5") + Block("b", rows, edge)).OnlyCrystal is not null).ShouldBe(isSame);

    [Fact]
    public void A_dataset_sets_such_a_material_aside_and_names_the_blocks_and_what_is_wrong_with_the_first()
    {
        using var folder = new TemporaryFolder();
        var cif = Block("wanted", "Fe 0 0 0", extra: "_space_group_name_Hall 'Q 1'\n") + Block("impurity", "Ni 0 0 0");
        var same = Block("a", "Fe 0 0 0") + Block("b", "Fe 0 0 0");
        var result = DatasetReader.ReadCsv(folder.Write("x.csv", $"id,energy,cif\nm1,1,\"{cif}\"\nm2,1,\"{same}\"\n"));
        result.Table!.Materials.ShouldHaveSingleItem().Id.ShouldBe("m2");
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(DataProblemKind.UnreadableCrystal);
        problem.FirstPlaces[0].ShouldContain("2 data blocks with atoms (impurity, wanted) where one crystal was expected; CIF line 8");
        problem.FirstPlaces[0].ShouldContain("'Q 1' is no Hall symbol");
    }
}
