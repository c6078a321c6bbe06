using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public sealed class FoldersOfCrystalsAndTables : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Cif => SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4));

    private static string Poscar => "iron\n1\n4 0 0\n0 4 0\n0 0 4\nFe\n1\nDirect\n0 0 0\n";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a,1\nb,2\n")]
    [InlineData("a.cif,1\nb.cif,2\n")]
    [InlineData("a;1\nb;2\n")]
    [InlineData("a 1\nb  2\n")]
    [InlineData("id,target\na,1\nb,2\n")]
    public void A_table_of_CGCNN_is_understood_in_the_forms_that_people_write(string table)
    {
        Crystals("a.cif", "b.cif");
        var read = Read(("id_prop.csv", table));
        read.Table!.Materials.Select(m => m.Id).ShouldBe(["a", "b"]);
        var column = read.Table.Columns.ShouldHaveSingleItem();
        column.Property.Name.Value.ShouldBe("prop");
        column.Values.ShouldBe([1.0, 2.0]);
        read.Problems.ShouldAllBe(p => p.IsNote);
    }

    [Fact]
    public void Several_values_without_a_header_are_refused_with_the_cause()
    {
        Crystals("a.cif");
        var place = Read(("id_prop.csv", "a,1,2\n")).Problems.ShouldHaveSingleItem().FirstPlaces[0];
        place.ShouldContain("id_prop.csv line 1: there are 3 fields and no header");
    }

    [Fact]
    public void Any_table_with_a_header_gives_properties_by_the_column_that_names_files()
    {
        Crystals("a.vasp", "b.vasp.txt", "c.cif");
        var read = Read(("data.csv", "number,who,gap,phase\n1,a.vasp,0.5,x\n2,c,1.5,y\n3,d,2,x\n4,e,3,y\n"));
        read.Table!.Materials.Select(m => m.Id).ShouldBe(["a", "c"]);
        read.Table.Columns.Select(c => c.Property.Name.Value).ShouldBe(["number", "gap", "phase"]);
        read.Problems.Single(p => p.Kind == DataProblemKind.MissingFile).Count.ShouldBe(2);
    }

    [Fact]
    public void Materials_of_a_file_of_several_crystals_are_found_by_their_ids()
    {
        _folder.Write("all.xyz", string.Concat("ab".Select(id => $"1\nLattice=\"4 0 0 0 4 0 0 0 4\" id={id}\nFe 0 0 0\n")));
        Read(("id_prop.csv", "b,2\na,1\n")).Table!.Materials.Select(m => m.Id).ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Crystals_that_no_table_names_are_told()
    {
        Crystals("a.cif", "b.cif");
        var note = Read(("id_prop.csv", "a,1\n")).Problems.ShouldHaveSingleItem();
        note.IsNote.ShouldBeTrue();
        note.FirstPlaces[0].ShouldBe("files of crystals that no table names are left out, 1 in all: b.cif");
    }

    [Fact]
    public void The_source_of_a_folder_is_its_tables_its_crystals_and_the_features_of_elements()
    {
        Crystals("a.cif", "b.vasp");
        foreach (var name in new[] { "atom_init.json", "id_prop.csv", "notes.md", ".hidden.cif" }) _folder.Write(name, "");
        SourceFiles.Of(_folder.Root, InputLimits.Default).Select(f => Path.GetFileName(f))
            .ShouldBe(["a.cif", "atom_init.json", "b.vasp", "id_prop.csv"]);
    }

    private void Crystals(params string[] names)
    {
        foreach (var name in names) _folder.Write(name, name.Contains(".cif", StringComparison.Ordinal) ? Cif : Poscar);
    }

    private DatasetReadResult Read(params (string Name, string Text)[] tables)
    {
        foreach (var (name, text) in tables) _folder.Write(name, text);
        return DatasetReader.ReadFile(_folder.Root);
    }
}
