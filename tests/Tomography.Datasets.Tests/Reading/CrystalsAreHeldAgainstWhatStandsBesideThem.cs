using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>What documents and tables state beside a crystal is so, or it is told; another formula sets the material aside.</summary>
public sealed class CrystalsAreHeldAgainstWhatStandsBesideThem : IDisposable
{
    private const string Structure =
        """{"lattice": {"matrix": [[4, 0, 0], [0, 4, 0], [0, 0, 4]]}, "sites": ["""
            + """{"species": [{"element": "Cs", "occu": 1}], "abc": [0, 0, 0]}, """
            + """{"species": [{"element": "Cl", "occu": 1}], "abc": [0.5, 0.5, 0.5]}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"nsites\": 2, \"volume\": 64.1, \"density\": 4.37, \"formula_pretty\": \"CsCl\"", null)]
    [InlineData("\"pretty_formula\": \"CsCl\", \"unit_cell_formula\": {\"Cs\": 1.0, \"Cl\": 1.0}", null)]
    [InlineData("\"chemical_formula_reduced\": \"ClCs\", \"nat\": 2", null)]
    [InlineData("\"formula\": \"a salt\", \"nsites\": null, \"density\": null", null)]
    [InlineData("\"nsites\": 8, \"volume\": 256", "8, and the cell has 2 sites, 4 times as much: what is stated belongs to a larger cell")]
    [InlineData("\"nsites\": 1, \"volume\": 32", "and the cell has 64 A3, 1/2 of it: what is stated belongs to a smaller cell")]
    [InlineData("\"nsites\": 8", "nsites is 8, and the cell has 2 sites, 4 times as much")]
    [InlineData("\"nsites\": 8, \"volume\": 64", "nsites is 8, and the cell has 2 sites.")] // of the same cell, so no other cell is meant
    [InlineData("\"nat\": 3", "nat is 3, and the cell has 2 sites.")]
    [InlineData("\"volume\": 70", "volume is 70 A3, and the cell has 64 A3.")]
    [InlineData("\"density\": 3.5", "density is 3.5 g/cm3, and the crystal has 4.368 g/cm3.")]
    public void Numbers_of_sites_volume_and_density_are_told(string fields, string? expected)
    {
        var read = Read(fields);
        read.Table!.Materials.Length.ShouldBe(1);
        if (expected is null) read.Problems.ShouldBeEmpty();
        else
        {
            var told = read.Problems.ShouldHaveSingleItem();
            told.Kind.ShouldBe(DataProblemKind.Noticed);
            string.Join('\n', told.FirstPlaces).ShouldContain(expected);
        }
    }

    [Theory]
    [InlineData("\"formula\": \"CsCl2\"", "formula is CsCl2, and the sites make Cl1 Cs1: Cl differs.")]
    [InlineData(
        "\"formula_pretty\": \"CsI\", \"nsites\": 4, \"density\": 9",
        "formula_pretty is CsI, and the sites make Cl1 Cs1: Cl differs.")]
    [InlineData("\"composition\": {\"Cs\": 1, \"Cl\": 1, \"H\": 2}", "composition is Cs1Cl1H2, and the sites make Cl1 Cs1: H is missing.")]
    public void Another_formula_sets_the_material_aside(string fields, string expected)
    {
        var problem = Read(fields).Problems.First(p => p.Kind == DataProblemKind.Contradiction);
        problem.FirstPlaces.ShouldHaveSingleItem().ShouldEndWith(expected);
    }

    [Fact]
    public void Rows_of_tables_are_held_against_their_crystals()
    {
        var csv = _folder.Write(
            "t.csv",
            "material_id,pretty_formula,nsites,volume,cif\n"
                + $"a,Fe,1,64,\"{SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4))}\"\n"
                + $"b,Fe,4,256,\"{SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4))}\"\n"
                + $"c,FeO,1,64,\"{SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4))}\"\n");
        var read = DatasetReader.ReadFile(csv);
        read.Table!.Materials.Select(m => m.Id).ShouldBe(["a", "b"]);
        read.Problems.Select(p => (p.Kind, p.Count)).ShouldBe(
            [(DataProblemKind.Contradiction, 1), (DataProblemKind.Noticed, 2)], ignoreOrder: true);
    }

    [Fact]
    public void Tables_of_a_folder_are_held_against_its_crystals()
    {
        _folder.Write("f/a.cif", SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)));
        _folder.Write("f/id_nsites.csv", "a,2\n");
        _folder.Write("f/id_prop.csv", "a,1\n");
        var told = DatasetReader.ReadFolder(_folder.PathOf("f")).Problems.ShouldHaveSingleItem();
        told.FirstPlaces.ShouldHaveSingleItem().ShouldContain("nsites is 2, and the cell has 1 sites, 2 times as much");
    }

    [SharedDataTheory]
    [InlineData("materials-project-2k.csv")]
    [InlineData("cgcnn-folder-300")]
    public void Real_tables_agree_with_their_crystals(string source) =>
        DatasetReader.ReadFile(SharedData.PathOf(source)).Problems.ShouldBeEmpty();

    private DatasetReadResult Read(string fields) =>
        DatasetReader.ReadFile(_folder.Write("d.json", $$"""[{"id": "x", {{fields}}, "structure": {{Structure}}}]"""));
}
