using System.Collections.Immutable;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public sealed class EveryRowIsListed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Cif(string site) =>
        "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
        + $"loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n{site}\n";

    private static string Row(string id, string value, string site) => $"{id},{value},\"{Cif(site)}\"\n";

    private static IEnumerable<string> Shown(RemarkList list) =>
        list.Entries.Select(r => $"{r.Id}|{r.File}|{r.Place}|{r.Kind}|{r.What}");

    [Fact]
    public void Rows_that_are_no_materials_and_materials_that_lack_a_property_have_id_place_kind_and_reason()
    {
        var path = _folder.Write(
            "x.csv",
            "id,volume,cif\n" + Row("a", "64", "Fe 0 0 0 1") + Row("b", "", "Fe 0 0 0 1") + Row("a", "64", "Fe 0 0 0 1")
            + Row("c", "x", "Fe 0 0 0 1") + Row("d", "64", "Fe 0 0 0 0.5") + "e,1\n");
        var read = DatasetReader.ReadCsv(path);
        Shown(read.Remarks.Excluded).ShouldBe([
            "|x.csv|line 77|row-length|2 fields, the header has 3",
            "a|x.csv|line 32|repeated-id|Ids repeat",
            "d|x.csv|line 62|disordered-crystal|a site is shared by elements or partly empty",
            "b|x.csv|line 17|missing-property|no volume",
            "c|x.csv|line 47|missing-property|no volume",
        ], ignoreOrder: true);
        Shown(read.Remarks.Notes).ShouldBe(["c|x.csv|line 47|not-a-number|volume is 'x'"]);
        (read.SetAside, read.Remarks.Excluded.Total, read.Remarks.Excluded.More).ShouldBe((5, 5, 0));
        read.Select([]).Remarks.Excluded.Counts.Keys.ShouldBe(["disordered-crystal", "repeated-id", "row-length"]);
    }

    [Fact]
    public void Files_that_no_table_names_and_materials_without_a_file_are_listed()
    {
        _folder.Write("id_prop.csv", "m1,1.5\nm2,2\n");
        _folder.Write("m1.cif", Cif("Fe 0 0 0 1"));
        _folder.Write("m3.cif", Cif("Fe 0 0 0 1"));
        Shown(DatasetReader.ReadFolder(_folder.Root).Remarks.Excluded).ShouldBe([
            "|m3.cif||unnamed-file|no table names the file",
            "m2|id_prop.csv|line 2|missing-file|there is no file 'm2.cif', nor of another format; the folder has files like 'm1.cif'",
        ]);
    }

    [Fact]
    public void Words_among_the_numbers_of_a_column_that_nobody_knows_are_listed_each()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => Row($"m{i}", i % 4 == 0 ? $"w{i}" : $"{i}", "Fe 0 0 0 1")));
        var read = DatasetReader.ReadCsv(_folder.Write("x.csv", "id,mine,cif\n" + rows));
        read.Problems.Single(p => p.Kind == DataProblemKind.NotANumber).Count.ShouldBe(10);
        read.Remarks.Notes.Entries.Select(r => r.What).ShouldBe(Enumerable.Range(0, 10).Select(i => $"mine is 'w{4 * i}'"));
    }

    [Fact]
    public void What_the_experiment_takes_only_a_part_of_lists_the_rest()
    {
        var path = _folder.Write(
            "x.csv", "id,volume,cif\n" + Row("a", "1", "Fe 0 0 0 1") + Row("b", "", "Fe 0 0 0 1") + Row("c", "3", "Fe 0 0 0 1"));
        var taken = DatasetReader.ReadCsv(path).Take([1], "limit", "one is enough");
        taken.Dataset!.Materials.ShouldHaveSingleItem().Id.ShouldBe("c");
        Shown(taken.Remarks.Excluded).ShouldBe(
            ["b|x.csv|line 17|missing-property|no volume", "a|x.csv|line 2|limit|one is enough"]);
    }

    [Fact]
    public void A_list_ends_somewhere_and_counts_what_is_beyond()
    {
        var list = RemarkList.Empty.Add(Enumerable.Range(0, RemarkList.Most + 3).Select(i => new DatasetRemark($"{i}", "", "", "k", "w")));
        (list.Entries.Length, list.Total, list.More).ShouldBe((RemarkList.Most, RemarkList.Most + 3, 3));
        list.Add([new("x", "", "", "k", "w")]).More.ShouldBe(4);
    }
}
