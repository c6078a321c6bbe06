using System.IO.Compression;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public class DatasetsAreReadAsTheyAre
{
    private static string Cif(string rows) =>
        "\"data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n_cell_angle_gamma 90\n"
        + "loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n_atom_site_occupancy\n" + rows + "\n\"";

    private static readonly string s_csv = "material_id,band_gap,oxide_type,myOwn,note,cif\n"
        + "a,1.5,None,3,\"say \"\"hi\"\", you\"," + Cif("Fe 0 0 0 1") + "\n"
        + "b,,oxide,4,x," + Cif("Ni 0 0 0 1\nO 0.5 0.5 0.5 1") + "\n"
        + "c,NaN,oxyde,5,x," + Cif("Ni 0 0 0 1") + "\n"
        + "a,1,None,6,x," + Cif("Fe 0 0 0 1") + "\n"
        + "d,1,None,7,x," + Cif("Fe 0 0 0 0.5") + "\n"
        + "e,1,None,8,x,broken\n"
        + "f,1\n"
        + ",1,None,8,x," + Cif("Fe 0 0 0 1") + "\n"
        + "g,2.5,peroxide,9,x," + Cif("Co 0 0 0 1") + "\n";

    [Fact]
    public void Bad_materials_are_set_aside_and_bad_cells_are_missing_one_problem_per_kind()
    {
        using var folder = new TemporaryFolder();
        var result = DatasetReader.ReadCsv(folder.Write("mine.v2.csv", s_csv));
        var table = result.Table!;
        table.Name.ShouldBe("mine");
        table.Materials.Select(m => m.Id).ShouldBe(["a", "b", "c", "g"]);
        table.Columns.Select(c => c.Property.Name.Value).ShouldBe(["band-gap", "oxide-type", "my-own", "note"]);
        table.Columns[0].Values.ShouldBe([1.5, null, null, 2.5]);
        table.Columns[1].Values.ShouldBe([0.0, 2.0, null, 4.0]);
        result
            .Problems.Select(p => (p.Kind, p.Count))
            .ShouldBe([
                (DataProblemKind.RowLength, 1),
                (DataProblemKind.MissingId, 1),
                (DataProblemKind.RepeatedId, 1),
                (DataProblemKind.UnreadableCrystal, 1),
                (DataProblemKind.DisorderedCrystal, 1),
                (DataProblemKind.NotANumber, 1),
                (DataProblemKind.UnknownClass, 1),
                (DataProblemKind.MissingProperty, 2),
            ]);
        result.SetAside.ShouldBe(7);
        result.Dataset!.Materials.Select(m => m.Id).ShouldBe(["a", "g"]);
        result
            .Problems.Single(p => p.Kind == DataProblemKind.UnknownClass)
            .FirstPlaces[0]
            .ShouldBe("line 33 (c): oxide-type is 'oxyde'; did you mean oxide?");
    }

    [Fact]
    public void A_choice_of_properties_keeps_the_materials_that_have_them()
    {
        using var folder = new TemporaryFolder();
        var result = DatasetReader.ReadCsv(folder.Write("mine.csv", s_csv));
        var chosen = result.Select([new("my-own")]);
        chosen.Dataset!.Materials.Select(m => m.Id).ShouldBe(["a", "b", "c", "g"]);
        chosen.Dataset.Columns.ShouldHaveSingleItem().Values.ShouldBe([3.0, 4, 5, 9]);
        chosen.SetAside.ShouldBe(5);
        chosen.Select([new("oxide-type")]).SetAside.ShouldBe(6);
        Should.Throw<ArgumentException>(() => result.Select([new("my-owm")])).Message.ShouldContain("the nearest is my-own");
    }

    [Fact]
    public void Many_problems_of_a_kind_are_one_with_five_places()
    {
        using var folder = new TemporaryFolder();
        var problem = DatasetReader
            .ReadCsv(folder.Write("x.csv", "id,volume,cif\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"m{i},1,bad\n"))))
            .Problems.ShouldHaveSingleItem();
        problem.Count.ShouldBe(20);
        problem.FirstPlaces.Length.ShouldBe(5);
        problem.FirstPlaces[0].ShouldStartWith("line 2 (m0): CIF line 1");
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,volume\n1,2\n")]
    public void A_table_without_crystals_is_a_problem(string text)
    {
        using var folder = new TemporaryFolder();
        var result = DatasetReader.ReadCsv(folder.Write("x.csv", text));
        result.Dataset.ShouldBeNull();
        result.Problems.ShouldHaveSingleItem().Kind.ShouldBe(DataProblemKind.Source);
    }

    [Fact]
    public void Missing_files_and_broken_archives_are_problems()
    {
        using var folder = new TemporaryFolder();
        DatasetReader.ReadCsv(folder.PathOf("none.csv")).Problems[0].Kind.ShouldBe(DataProblemKind.Source);
        DatasetReader.ReadCsv(folder.Write("x.csv.gz", "no archive")).Problems[0].Kind.ShouldBe(DataProblemKind.Source);
        DatasetReader.ReadFolder(folder.PathOf("none")).Problems[0].Kind.ShouldBe(DataProblemKind.Source);
        DatasetReader.ReadFolder(folder.Root).Problems[0].Kind.ShouldBe(DataProblemKind.Source);
    }

    [Fact]
    public void A_compressed_table_with_other_line_ends_reads_the_same()
    {
        using var folder = new TemporaryFolder();
        var plain = DatasetReader.ReadCsv(folder.Write("x.csv", s_csv));
        var path = folder.PathOf("x.csv.gz");
        using (var stream = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
            stream.Write(s_csv.Replace("\n", "\r\n"));
        DatasetHash.OfCrystals(DatasetReader.ReadCsv(path).Dataset!).ShouldBe(DatasetHash.OfCrystals(plain.Dataset!));
    }

    [Fact]
    public void A_folder_of_CGCNN_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write("id_prop.csv", "m1,1.5\nm2,2\nm3,3\nm4,4\n");
        folder.Write("id_band_gap.csv", "m2,0.5\nm1,x\n");
        folder.Write("m1.cif", Cif("Fe 0 0 0 1").Trim('"'));
        folder.Write("m2.cif", Cif("Fe 0 0 0 1").Trim('"'));
        folder.Write("m3.cif", Cif("Ni 0 0 0 1").Trim('"'));
        folder.Write("atom_init.json", """{"26": [1, 0]}""");
        var result = DatasetReader.ReadFolder(folder.Root);
        result.Table!.Columns.Select(c => c.Property.Name.Value).ShouldBe(["band-gap", "prop"]);
        result.Table.Materials.Select(m => m.Id).ShouldBe(["m2", "m1"]);
        result.Dataset!.Materials.ShouldHaveSingleItem().Id.ShouldBe("m2");
        result.Dataset.ElementFeatures.Length.ShouldBe(2);
        result
            .Problems.Select(p => p.Kind)
            .ShouldBe([
                DataProblemKind.MissingFile,
                DataProblemKind.ElementWithoutFeatures,
                DataProblemKind.NotANumber,
                DataProblemKind.MissingProperty,
            ]);
    }

    [Fact]
    public void Formulas_are_reduced_and_alphabetical() =>
        Formula
            .Reduced(
                new(Lattice.Cubic(9), [.. new[] { 38, 22, 8, 8, 8, 38, 22, 8, 8, 8 }.Select((z, i) => new Site(new(i / 10.0, 0, 0), z))]))
            .ShouldBe("O3 Sr1 Ti1");

    [Fact]
    public void A_subset_keeps_materials_and_values_together_and_changes_the_hashes()
    {
        using var folder = new TemporaryFolder();
        var all = DatasetReader.ReadCsv(folder.Write("x.csv", s_csv)).Select([new("my-own")]).Dataset!;
        var some = all.Take([3, 0]);
        some.Materials.Select(m => m.Id).ShouldBe(["g", "a"]);
        some.Columns[0].Values.ShouldBe([9.0, 3]);
        DatasetHash.OfCrystals(some).ShouldNotBe(DatasetHash.OfCrystals(all));
        DatasetHash.OfColumn(some.Columns[0]).ShouldNotBe(DatasetHash.OfColumn(all.Columns[0]));
        DatasetHash.OfCrystals(some.Take([1, 0])).ShouldBe(DatasetHash.OfCrystals(all.Take([0, 3])));
        DatasetHash.OfElementFeatures(all.ElementFeatures).Length.ShouldBe(64);
    }

    [SharedDataFact]
    public void The_folder_of_300_reads_whole()
    {
        var result = DatasetReader.ReadFolder(SharedData.PathOf("cgcnn-folder-300"));
        result.Problems.ShouldBeEmpty();
        result.Dataset!.Materials.Length.ShouldBe(300);
        result.Dataset.Columns.Length.ShouldBe(4);
    }

    [SharedDataFact]
    public void Folding_the_2k_leaves_less_than_half_the_sites_and_a_third_of_the_bonds()
    {
        var result = DatasetReader.ReadCsv(SharedData.PathOf("materials-project-2k.csv"));
        result.Problems.ShouldBeEmpty();
        var dataset = result.Dataset!;
        dataset.Materials.Length.ShouldBe(2000);
        dataset.Columns.Length.ShouldBe(13);
        // The file's own site counts judge the reader.
        dataset.Materials.Select(m => (double)m.Crystal.Sites.Length).ShouldBe(dataset.Column(new("number-of-sites"))!.Values);
        long sites = 0, bonds = 0, nodes = 0, edges = 0, elements = 0, pairs = 0, allPairs = 0;
        foreach (var material in dataset.Materials)
        {
            var graph = StructureGraph.Build(material.Crystal, new());
            var folded = GraphFolding.Fold(graph);
            var composition = CompositionGraph.BuildFolded(material.Crystal);
            sites += graph.NodeCount;
            bonds += graph.BondTotal;
            nodes += folded.NodeCount;
            edges += folded.BondTotal;
            elements += composition.NodeCount;
            pairs += composition.BondTotal;
            allPairs += (long)graph.NodeCount * (graph.NodeCount - 1);
        }

        ((double)sites / nodes).ShouldBeGreaterThan(2);
        ((double)bonds / edges).ShouldBeGreaterThan(2.5);
        ((double)sites / elements).ShouldBeGreaterThan(5);
        ((double)allPairs / pairs).ShouldBeGreaterThan(40);
    }
}
