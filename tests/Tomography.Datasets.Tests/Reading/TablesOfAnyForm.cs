using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public sealed class TablesOfAnyForm : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Cif => SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4));

    private static string Json => """
        {"@class": "Structure", "lattice": {"matrix": [[4,0,0],[0,4,0],[0,0,4]]},
         "sites": [{"species": [{"element": "Fe", "occu": 1}], "abc": [0, 0, 0], "label": "O'H"}]}
        """;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(',', "x.csv")]
    [InlineData(';', "x.csv")]
    [InlineData('\t', "x.csv")]
    [InlineData('\t', "x.tsv")]
    [InlineData(',', "x.txt")]
    public void Fields_are_parted_by_what_parts_the_header(char delimiter, string name)
    {
        var rows = Enumerable.Range(0, 4).Select(i => string.Join(delimiter, [$"m{i}", $"{i}.5", $"\"{Cif}\""]));
        var table = Table(name, string.Join(delimiter, ["material_id", "gap", "cif"]), rows);
        table.Materials.Select(m => m.Id).ShouldBe(["m0", "m1", "m2", "m3"]);
        table.Columns.ShouldHaveSingleItem().Values.ShouldBe([0.5, 1.5, 2.5, 3.5]);
    }

    [Fact]
    public void A_comma_in_numbers_is_a_decimal_point_where_fields_are_parted_by_something_else()
    {
        var read = Read("x.csv", "id;gap;cif", [$"a;1,5;\"{Cif}\"", $"b;-2,25e1;\"{Cif}\""]);
        read.Table!.Columns.ShouldHaveSingleItem().Values.ShouldBe([1.5, -22.5]);
        read.Problems.ShouldHaveSingleItem().IsNote.ShouldBeTrue();
    }

    [Theory]
    [InlineData("cif_string")]
    [InlineData("structure")]
    [InlineData("cif.conventional_standard")]
    [InlineData("whatever")]
    public void The_column_of_crystals_is_known_by_what_it_holds(string column) =>
        Table("x.csv", $"id,gap,{column}", [$"a,1,\"{Cif}\"", $"b,2,\"{Cif}\""]).Materials.Length.ShouldBe(2);

    [Fact]
    public void Crystals_may_be_dictionaries_as_JSON_or_as_Python_prints_them()
    {
        var python = Json.Replace('"', '\'').Replace("'O'H'", "\"O'H\"").Replace("'occu': 1", "'occu': 1, 'properties': None");
        var table = Table("x.csv", "id,gap,structure", [$"a,1,{Quoted(Json)}", $"b,2,{Quoted(python)}"]);
        table.Materials.Select(m => m.Formula).ShouldBe(["Fe1", "Fe1"]);
    }

    [Fact]
    public void A_structure_as_pymatgen_prints_it_is_told_from_a_crystal()
    {
        var read = Read("x.csv", "id,gap,structure", ["a,1,\"Full Formula (Fe1)\nReduced Formula: Fe\nabc : 4 4 4\""]);
        read.Problems.Single(p => p.Kind == DataProblemKind.UnreadableCrystal).FirstPlaces[0].ShouldContain("structure.to(fmt=\"cif\")");
    }

    [Fact]
    public void Crystals_may_be_paths_from_the_folder_of_the_table()
    {
        Directory.CreateDirectory(_folder.PathOf("cifs"));
        _folder.Write(Path.Combine("cifs", "a.cif"), Cif);
        var read = Read("x.csv", "material_id,gap,file", ["a,1,cifs/a.cif", "b,2,cifs/b.cif", "c,3,cifs\\a.cif"]);
        read.Table!.Materials.Select(m => m.Id).ShouldBe(["a", "c"]);
        read.Problems.Single(p => p.Kind == DataProblemKind.MissingFile).FirstPlaces[0].ShouldBe("line 3 (b): there is no file 'b.cif'");
        SourceFiles.Of(_folder.PathOf("x.csv"), InputLimits.Default).Select(f => Path.GetFileName(f)).ShouldBe(["x.csv", "a.cif", "b.cif"]);
    }

    [Fact]
    public void Rows_without_ids_are_numbered_and_told()
    {
        var read = Read("x.csv", "energy,cif", [$"1.5,\"{Cif}\"", $"2.5,\"{Cif}\""]);
        read.Table!.Materials.Select(m => m.Id).ShouldBe(["1", "2"]);
        read.Table.Columns.ShouldHaveSingleItem().Property.Name.Value.ShouldBe("energy");
        read.Problems.ShouldHaveSingleItem().Kind.ShouldBe(DataProblemKind.HowRead);
    }

    [Fact]
    public void Formulas_alone_make_a_dataset_without_geometry()
    {
        var read = Read("x.csv", "composition,gap", ["NaCl,1", "Ca(OH)2,2", "Na2Cl2,3", "Fe0.5Co0.5,4", "Fe0.3333C0.6667,5", "Xx2,6"]);
        read.Table!.HasFormulasOnly.ShouldBeTrue();
        read.Dataset!.HasFormulasOnly.ShouldBeTrue();
        read.Table.Materials.Select(m => m.Formula).ShouldBe(["Cl1 Na1", "Ca1 H2 O2", "Cl1 Na1", "Co1 Fe1"]);
        read.Problems.Select(p => p.Kind)
            .ShouldBe([DataProblemKind.UnreadableCrystal, DataProblemKind.DisorderedCrystal, DataProblemKind.HowRead]);
    }

    [Fact]
    public void Documents_may_state_formulas_alone_too()
    {
        const string Steels = """
            {"index":[0,1],"columns":["composition","yield strength"],"data":[["Fe0.5Co0.5",2411.5],["FeNi3",1123.1]]}
            """;
        var table = DatasetReader.ReadFile(_folder.Write("matbench_steels.json", Steels)).Table!;
        table.HasFormulasOnly.ShouldBeTrue();
        table.Materials.Select(m => (m.Id, m.Formula)).ShouldBe([("mb-steels-001", "Co1 Fe1"), ("mb-steels-002", "Fe1 Ni3")]);
    }

    [Fact]
    public void Two_columns_that_are_one_property_are_told()
    {
        var read = Read("x.csv", "id,energy,energy,cif", [$"a,1,2,\"{Cif}\""]);
        read.Table!.Columns.ShouldHaveSingleItem().Values.ShouldBe([1.0]);
        read.Problems.ShouldHaveSingleItem().Kind.ShouldBe(DataProblemKind.RepeatedColumn);
    }

    [Fact]
    public void What_is_no_table_is_read_as_what_it_is_with_a_note()
    {
        var read = DatasetReader.ReadCsv(_folder.Write("x.json", $"[{{\"id\": \"a\", \"gap\": 1, \"structure\": {Json}}}]"));
        read.Table!.Materials.ShouldHaveSingleItem().Id.ShouldBe("a");
        read.Problems.ShouldHaveSingleItem().IsNote.ShouldBeTrue();
        var folder = DatasetReader.ReadFolder(_folder.Write("x.csv", $"id,gap,cif\na,1,\"{Cif}\"\n"));
        folder.Table!.Materials.ShouldHaveSingleItem().Id.ShouldBe("a");
        folder.Problems.ShouldHaveSingleItem().FirstPlaces[0].ShouldBe("x.csv is a table, and is read as one; name it by 'file:'");
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"")}\"";

    private DatasetReadResult Read(string name, string header, IEnumerable<string> rows) =>
        DatasetReader.ReadFile(_folder.Write(name, string.Concat(rows.Prepend(header).Select(r => r + "\n"))));

    private SourceTable Table(string name, string header, IEnumerable<string> rows)
    {
        var read = Read(name, header, rows);
        read.Problems.ShouldBeEmpty();
        return read.Table!;
    }
}
