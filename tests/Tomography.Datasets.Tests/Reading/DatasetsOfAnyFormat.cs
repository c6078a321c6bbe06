using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>A file of crystals in any format, or a folder of such files, is a dataset.</summary>
public sealed class DatasetsOfAnyFormat : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Structures_in_json_bring_their_ids_and_what_stands_beside_them()
    {
        var entries = Enumerable.Range(1, 12).Select(i => $$$"""
            {"material_id": "mp-{{{i}}}", "band_gap": {{{i}}}.5, "is_metal": {{{(i % 2 == 0 ? "true" : "false")}}}, "note": "text {{{i}}}",
             "structure": {"@module": "pymatgen.core.structure", "@class": "Structure",
              "lattice": {"matrix": [[{{{3 + i}}}, 0, 0], [0, 4, 0], [0, 0, 4]]},
              "sites": [{"species": [{"element": "Na", "occu": 1}], "abc": [0, 0, 0]},
                        {"species": [{"element": "Cl", "occu": 1}], "abc": [0.5, 0.5, 0.5]}]}}
            """);
        var read = DatasetReader.ReadFile(_folder.Write("own.json", $"[{string.Join(",", entries)}]"));
        var table = read.Table.ShouldNotBeNull();
        table.Materials.Select(m => m.Id).ShouldBe(Enumerable.Range(1, 12).Select(i => $"mp-{i}"));
        table.Materials[2].Crystal.Lattice.A.X.ShouldBe(6);
        table.Columns.Select(c => c.Property.Name.Value).ShouldBe(["band-gap", "is-metal"], ignoreOrder: true);
        table.Columns.Single(c => c.Property.Name.Value == "is-metal").Property.Classes.ShouldBe(["False", "True"]);
        table.Columns.Single(c => c.Property.Name.Value == "band-gap").Values[11].ShouldBe(12.5);
        read.Problems.Single(p => p.Kind == DataProblemKind.UnusableColumn).FirstPlaces.Single().ShouldStartWith("note: ");
    }

    [Fact]
    public void The_charge_that_pymatgen_writes_with_every_structure_is_no_property()
    {
        var entries = Enumerable.Range(1, 3).Select(i => $$$"""
            {"material_id": "mp-{{{i}}}", "band_gap": {{{i}}}.5,
             "structure": {"@module": "pymatgen.core.structure", "@class": "Structure", "charge": 0.0,
              "lattice": {"matrix": [[4, 0, 0], [0, 4, 0], [0, 0, 4]]},
              "sites": [{"species": [{"element": "Fe", "occu": 1}], "abc": [0, 0, 0]}]}}
            """);
        var read = DatasetReader.ReadFile(_folder.Write("charged.json", $"[{string.Join(",", entries)}]"));
        read.Table!.Columns.Select(c => c.Property.Name.Value).ShouldBe(["band-gap"]);
    }

    [Fact]
    public void A_property_that_only_later_crystals_have_is_missing_before()
    {
        var frames = Enumerable.Range(1, 6).Select(i =>
            $"1\nLattice=\"4 0 0 0 4 0 0 0 {3 + i}\" Properties=species:S:1:pos:R:3{(i > 3 ? $" energy={i}" : "")}\nFe 0 0 0\n");
        var table = DatasetReader.ReadFile(_folder.Write("run.xyz", string.Concat(frames))).Table.ShouldNotBeNull();
        table.Materials.Select(m => m.Id).ShouldBe(["run-1", "run-2", "run-3", "run-4", "run-5", "run-6"]);
        table.Columns.Single().Values.ShouldBe([null, null, null, 4.0, 5.0, 6.0]);
    }

    [Fact]
    public void A_folder_of_files_of_several_formats_is_read_by_name_and_other_files_are_left_alone()
    {
        _folder.Write("set/b.cif", Cif(5));
        _folder.Write("set/a.vasp", "NaCl\n1\n4 0 0\n0 4 0\n0 0 4\nNa Cl\n1 1\nDirect\n0 0 0\n0.5 0.5 0.5\n");
        _folder.Write("set/notes.txt", "nothing of interest");
        _folder.Write("set/.hidden.cif", Cif(6));
        var read = DatasetReader.ReadFile(_folder.PathOf("set"));
        read.Table!.Materials.Select(m => (m.Id, m.Formula)).ShouldBe([("a", "Cl1 Na1"), ("b", "Fe1")]);
        read.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_read_is_set_aside_with_its_place_and_the_others_stay()
    {
        _folder.Write("set/good.cif", Cif(5));
        _folder.Write("set/bad.cif", "data_x\n_cell_length_a 4\n");
        var read = DatasetReader.ReadFile(_folder.PathOf("set"));
        read.Table!.Materials.Single().Id.ShouldBe("good");
        var problem = read.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(DataProblemKind.UnreadableCrystal);
        problem.FirstPlaces.Single().ShouldStartWith("bad.cif");
        read.SetAside.ShouldBe(1);
    }

    [Theory]
    [InlineData("own.png", "\u0089PNG nothing", "is of none of the formats that are read")]
    [InlineData("own.json", "", "The file is empty.")]
    [InlineData("own.json", "{\"a\": 1}", "No crystal was found")]
    public void A_file_without_crystals_is_no_dataset_and_says_why(string name, string text, string reason)
    {
        var read = DatasetReader.ReadFile(_folder.Write(name, text));
        read.Table.ShouldBeNull();
        string.Concat(read.Problems.SelectMany(p => p.FirstPlaces)).ShouldContain(reason);
    }

    [Fact]
    public void Tables_and_cgcnn_folders_are_known_for_what_they_are()
    {
        var rows = Enumerable.Range(1, 3).Select(i => $"m{i},{i},\"{Cif(3 + i)}\"\n");
        var table = _folder.Write("table.csv", "material_id,density,cif\n" + string.Concat(rows));
        DatasetReader.ReadFile(table).Table!.Columns.Single().Property.Name.Value.ShouldBe("density");
        _folder.Write("cgcnn/m1.cif", Cif(4));
        _folder.Write("cgcnn/id_density.csv", "m1,2\n");
        DatasetReader.ReadFile(_folder.PathOf("cgcnn")).Table!.Columns.Single().Values.ShouldBe([2.0]);
        DatasetReader.ReadFile(_folder.PathOf("nothing")).Problems.Single().FirstPlaces.Single().ShouldContain("no such file or folder");
    }

    private static string Cif(int edge) =>
        $"data_x\n_cell_length_a {edge}\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
            + "_cell_angle_gamma 90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\n";
}
