using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;
using Tomography.Phantom;

namespace Tomography.Workflows.Tests;

/// <summary>A dataset that is exported is read back as it was.</summary>
public sealed class Exporting : IDisposable
{
    private const string Phantom = """
        experiment: cells
        dataset: { phantom: { materials: 40, seed: 3 }, limit: 30 }
        representations: [structure]
        targets: [band-gap]
        features: [volume, oxide-type]
        controls: [noise]
        seeds: [1, 2]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Export => _folder.PathOf("out", "cells", "export");

    private string[] Run(string yaml, string format = "") =>
    [
        .. ExportStage.Run(
            new(
                [_folder.Write("cells.experiment.yaml", yaml)], _folder.PathOf("out"), _folder.PathOf("store"),
                ImmutableDictionary<string, string>.Empty),
            format,
            CancellationToken.None).Lines,
    ];

    private static Dataset Limited() =>
        PhantomDataset.Create(40, 3).Take(DatasetPreparer.Subset(40, 30));

    private Dataset ReadBack(params string[] properties) =>
        DatasetReader.ReadFolder(Export).Select(properties.Select(p => new PropertyName(p))).Dataset!;

    [Fact]
    public void Crystals_as_json_and_all_properties_come_back_to_the_bit()
    {
        Run(Phantom, "json").ShouldBe([
            "Export: cells: 30 materials with 3 properties and 2 splits.", $"  {Path.Combine(Export, "dataset.csv")}",
            $"  {Path.Combine(Export, "crystals.json")}",
        ]);
        var (before, after) = (Limited(), ReadBack("band-gap", "volume", "oxide-type"));
        DatasetHash.OfCrystals(after).ShouldBe(DatasetHash.OfCrystals(before));
        foreach (var column in after.Columns)
            DatasetHash.OfColumn(column).ShouldBe(DatasetHash.OfColumn(before.Column(column.Property.Name)!));
    }

    [Fact]
    public void Crystals_as_cif_come_back_as_the_same_cells_and_sites()
    {
        Run(Phantom).Last().ShouldBe($"  {Path.Combine(Export, "cif")}");
        var (before, after) = (Limited(), ReadBack("band-gap", "volume", "oxide-type"));
        after.Materials.Select(m => (m.Id, m.Formula)).ShouldBe(before.Materials.Select(m => (m.Id, m.Formula)));
        foreach (var (a, b) in after.Materials.Zip(before.Materials))
        {
            foreach (var (x, y) in CellParameters(a.Crystal).Zip(CellParameters(b.Crystal))) x.ShouldBe(y, 1e-9);
            foreach (var (x, y) in a.Crystal.Sites.Zip(b.Crystal.Sites)) (x.Fractional - y.Fractional).Length.ShouldBeLessThan(1e-9);
            a.Crystal.Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe(b.Crystal.Sites.Select(s => s.Occupants[0].AtomicNumber));
        }

        DatasetHash.OfColumn(after.Columns[0]).ShouldBe(DatasetHash.OfColumn(before.Column(new("band-gap"))!));
    }

    [SharedDataFact]
    public void Real_materials_written_as_cif_come_back_to_the_bit()
    {
        var source = SharedData.PathOf("materials-project-2k.csv");
        Run($"experiment: cells\ndataset: {{ csv: '{source}', limit: 300 }}\ntargets: [band-gap]\nfeatures: [spacegroup-number]\nseeds: 1");
        var all = DatasetReader.ReadCsv(source).Dataset!;
        var (before, after) = (all.Take(DatasetPreparer.Subset(all.Materials.Length, 300)), ReadBack("band-gap", "spacegroup-number"));
        DatasetHash.OfCrystals(after).ShouldBe(DatasetHash.OfCrystals(before));
        DatasetHash.OfColumn(after.Columns[1]).ShouldBe(DatasetHash.OfColumn(before.Column(new("spacegroup-number"))!));
    }

    [Fact]
    public void The_table_has_the_part_of_each_material_in_the_split_of_each_seed()
    {
        Run(Phantom);
        var lines = File.ReadAllLines(Path.Combine(Export, "dataset.csv"));
        lines[0].ShouldBe("id,file,formula,band-gap,oxide-type,volume,split-1,split-2");
        lines[1..].CountBy(l => l.Split(',')[6]).OrderBy(c => c.Key).ShouldBe([new("test", 6), new("train", 18), new("validation", 6)]);
        lines[1..].Select(l => l.Split(',')[6]).ShouldNotBe(lines[1..].Select(l => l.Split(',')[7]));
    }

    [Fact]
    public void Variants_that_part_the_dataset_otherwise_have_columns_of_their_own()
    {
        Run(Phantom.Replace("seeds: [1, 2]", "seeds: [1]") + "\nmatrix: { split.by: [material, formula], training.epochs: [2, 3] }");
        var columns = File.ReadLines(Path.Combine(Export, "dataset.csv")).First().Split(',');
        columns[^2..].ShouldAllBe(c => c.StartsWith("split-1-"));
        columns.Count(c => c.StartsWith("split-")).ShouldBe(2);
    }

    [Fact]
    public void Ids_that_are_no_names_of_files_get_names_and_keep_the_ids()
    {
        string[] ids = ["a/b", "a_b", "../up", "con", "A_B", "\u00e9 t\u00e9"];
        var rows = Tables.Csv(30).Split("m-");
        var own = rows[1..].Select((r, i) => (i < ids.Length ? ids[i] : $"m-{i}") + r[r.IndexOf(',')..]);
        _folder.Write("odd.csv", rows[0] + string.Concat(own));
        Run("experiment: cells\ndataset: { csv: odd.csv }\nrepresentations: [structure]\ntargets: [density]\nfeatures: []\nseeds: 1");
        ReadBack("density").Materials.Select(m => m.Id).Take(6).ShouldBe(ids);
        Directory.GetFiles(Path.Combine(Export, "cif")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Take(3)
            .ShouldBe(["A_B-3.cif", "___up.cif", "__t_.cif"], ignoreOrder: true);
        File.Exists(Path.Combine(Export, "cif", "a_b.cif")).ShouldBeTrue();
    }

    [Fact]
    public void Formulas_without_crystals_are_a_table_alone()
    {
        _folder.Write("f.csv", "id,formula,density\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"m{i},Fe{i}O2,{i}\n")));
        Run("experiment: cells\ndataset: { csv: f.csv }\nrepresentations: [composition]\ntargets: [density]\nfeatures: []\nseeds: 1");
        Directory.GetFileSystemEntries(Export).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)
            .ShouldBe([".files", "dataset.csv"]);
        var back = ReadBack("density");
        (back.HasFormulasOnly, back.Materials.Length, back.Materials[2].Formula).ShouldBe((true, 30, "Fe3 O2"));
    }

    [Fact]
    public void Another_export_and_cleaning_remove_what_was_written_and_nothing_else()
    {
        Run(Phantom);
        var mine = Path.Combine(Export, "cif", "mine.txt");
        File.WriteAllText(mine, "mine");
        Run(Phantom, "json");
        Directory.GetFiles(Path.Combine(Export, "cif")).ShouldBe([mine]);
        CleanStage.Run(_folder.PathOf("out", "cells"));
        Directory.GetFiles(Export, "*", SearchOption.AllDirectories).ShouldBe([mine]);
    }

    [Fact]
    public void A_form_that_is_none_is_told_with_those_that_are() =>
        Should.Throw<DiagnosticException>(() => Run(Phantom, "xyz")).Diagnostics.ShouldHaveSingleItem().Message
            .ShouldBe("ExportFormat must be cif or json, not 'xyz'; leave it out for cif.");

    private static double[] CellParameters(Crystal crystal)
    {
        var (a, b, c) = (crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C);
        return [a.Length, b.Length, c.Length, Vector3.Dot(a, b), Vector3.Dot(b, c), Vector3.Dot(a, c), crystal.Lattice.Volume];
    }
}
