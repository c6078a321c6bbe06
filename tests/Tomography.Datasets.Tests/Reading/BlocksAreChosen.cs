using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Where a CIF has several data blocks with atoms, the experiment may say which is meant.</summary>
public sealed class BlocksAreChosen : IDisposable
{
    private const string Cell = "_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
        + "_cell_angle_gamma 90\n";

    private const string Loop = "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Text { get; } =
        "data_global\n_audit_creation_method hand\n" + Block("phase_I", "Fe 0 0 0") + Block("phase_II", "Ni 0 0 0");

    private static string Block(string name, string atoms) => $"data_{name}\n{Cell}{Loop}{atoms}\n";

    private static ReadOptions Choosing(string? name) => new() { Rules = new() { Block = new(name) } };

    [Theory]
    [InlineData(null, "Fe1")] // the first with atoms
    [InlineData("phase_I", "Fe1")]
    [InlineData("PHASE_ii", "Ni1")] // names of blocks have no case
    public void In_tables_folders_and_files(string? name, string formula)
    {
        var table = _folder.Write("t.csv", $"id,energy,cif\na,1,\"{Text}\"\n");
        _folder.Write("cgcnn/a.cif", Text);
        _folder.Write("cgcnn/id_prop.csv", "a,1\n");
        _folder.Write("set/a.cif", Text);
        var json = _folder.Write("d.json", $$"""[{"id": "a", "cif": "{{Text.Replace("\n", "\\n")}}"}]""");
        string[] sources = [table, _folder.PathOf("cgcnn"), _folder.PathOf("set"), _folder.PathOf("set/a.cif"), json];
        foreach (var source in sources)
        {
            var read = DatasetReader.ReadFile(source, Choosing(name));
            read.Problems.ShouldBeEmpty(source);
            read.Table!.Materials.ShouldHaveSingleItem(source).Formula.ShouldBe(formula, source);
        }
    }

    [Fact]
    public void A_name_that_no_block_has_is_told_with_those_there_are()
    {
        var read = DatasetReader.ReadCsv(_folder.Write("t.csv", $"id,energy,cif\na,1,\"{Text}\"\n"), Choosing("phase_3"));
        read.Problems.ShouldHaveSingleItem().FirstPlaces.ShouldHaveSingleItem().ShouldContain(
            "No data block with atoms is called 'phase_3'; there are phase_I, phase_II.");
        CifReader.Read(Text, null, new("phase_IIII")).Problems.ShouldHaveSingleItem().Suggestion.ShouldContain("nearest is phase_II.");
    }

    [Fact]
    public void The_first_is_meant_whatever_becomes_of_it()
    {
        var text = Block("wanted", "Fe 0 ? 0") + Block("impurity", "Ni 0 0 0");
        var result = CifReader.Read(text, null, CifBlockChoice.First);
        result.Structures.ShouldBeEmpty();
        result.RefusedBlocks.ShouldBe(["wanted"]);
        result.Problems.ShouldHaveSingleItem().Message.ShouldContain("'?' is not a coordinate");
    }

    [Fact]
    public void Without_a_choice_a_document_with_two_is_ambiguous_and_one_with_the_same_twice_is_not()
    {
        string Json(string text) => _folder.Write("d.json", $$"""[{"id": "a", "cif": "{{text.Replace("\n", "\\n")}}"}]""");
        DatasetReader.ReadFile(Json(Text)).Problems.SelectMany(p => p.FirstPlaces).ShouldContain(
            p => p.Contains("2 data blocks with atoms where one crystal was expected"));
        DatasetReader.ReadFile(Json(Block("a", "Fe 0 0 0") + Block("b", "Fe 0 0 0"))).Table!.Materials.Length.ShouldBe(1);
        DatasetReader.ReadFile(Json(Block("a", "Fe 0 ? 0") + Block("b", "Fe 0 0 0"))).Table.ShouldBeNull();
    }
}
