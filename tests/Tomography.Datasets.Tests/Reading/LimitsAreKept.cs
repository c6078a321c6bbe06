using System.IO.Compression;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Each limit is kept, says so, and reads again once it is raised as its message says.</summary>
public sealed class LimitsAreKept : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_longer_than_the_limit_is_not_opened() =>
        Whole(Csv(5), InputLimits.Default with { MostFileBytes = 100 }, "-p:TomographyLimits=FileBytes=");

    [Fact]
    public void A_row_longer_than_the_limit_ends_the_reading()
    {
        Whole(Csv(5), InputLimits.Default with { MostRowCharacters = 200 }, "line 2", "-p:TomographyLimits=CifCharacters=400");
        Whole(
            _folder.Write("open.csv", "id,cif\na,\"" + new string('x', 10_000)),
            InputLimits.Default with
            {
                MostRowCharacters = 5_000,
            },
            "a quote is not closed");
    }

    [Fact]
    public void More_columns_than_the_limit_are_too_many()
    {
        Whole(Csv(5), InputLimits.Default with { MostColumns = 2 }, "3 columns", "this limit is fixed");
        Whole(Folder(), InputLimits.Default with { MostColumns = 1 }, "1 tables", "this limit is fixed");
    }

    [Fact]
    public void More_materials_than_the_limit_are_too_many()
    {
        Whole(Csv(5), InputLimits.Default with { MostMaterials = 4 }, "-p:TomographyLimits=Rows=8");
        var most = new ReadOptions { Limits = InputLimits.Default with { MostMaterials = 5 } };
        DatasetReader.ReadCsv(Csv(5), most).Dataset!.Materials.Length.ShouldBe(5);
        Whole(Folder(), InputLimits.Default with { MostMaterials = 1 }, "-p:TomographyLimits=Rows=2");
    }

    [Fact]
    public void A_material_of_more_sites_than_the_limit_is_set_aside_alone()
    {
        // Materials 1, 3, 5, ... have two sites.
        var result = DatasetReader.ReadCsv(Csv(14), new() { Limits = InputLimits.Default with { MostSites = 1 } });
        result.Dataset!.Materials.Length.ShouldBe(7);
        var problem = result.Problems.ShouldHaveSingleItem();
        (problem.Kind, problem.Count, problem.FirstPlaces.Length).ShouldBe((DataProblemKind.MaterialTooLarge, 7, 5));
        problem.FirstPlaces[0].ShouldContain("(m1): CIF line");
        problem.FirstPlaces[0].ShouldContain("-p:TomographyLimits=Sites=2 raises the limit");
    }

    [Fact]
    public void Sites_are_counted_after_the_symmetry_operations()
    {
        var text = SmallCif.Of("Fe 0.1 0.2 0.3", SmallCif.Cube(4), "loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\n-x,-y,-z\n");
        CifReader.Read(text, InputLimits.Default with { MostSites = 2 }).Structures.Length.ShouldBe(1);
        var problem = CifReader.Read(text, InputLimits.Default with { MostSites = 1 }).Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(CrystalProblemKind.TooLarge);
        problem.Message.ShouldBe("The cell holds more than 1 sites; where that is meant, -p:TomographyLimits=Sites=2 raises the limit.");
    }

    [Fact]
    public void Symmetry_operations_beyond_the_limit_are_told_and_read_where_it_is_raised()
    {
        // The group of translations by tenths along x.
        var text = SmallCif.Of(
            "Fe 0.01 0.2 0.3",
            SmallCif.Cube(20),
            "loop_\n_symmetry_equiv_pos_as_xyz\n" + string.Concat(Enumerable.Range(0, 10).Select(i => $"x+0.{i},y,z\n")));
        CifReader.Read(text).Structures.Length.ShouldBe(1);
        CifReader.Read(text, InputLimits.Default with { MostSymmetryOperations = 10 }).Structures.Length.ShouldBe(1);
        var problem = CifReader.Read(text, InputLimits.Default with { MostSymmetryOperations = 9 }).Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(CrystalProblemKind.TooLarge);
        problem.Message.ShouldBe("10 symmetry operations are listed, at most 9 are read; this limit is fixed.");
    }

    [Fact]
    public void A_cell_longer_than_the_limit_is_told_and_read_where_it_is_raised()
    {
        var text = SmallCif.Of("Fe 0 0 0\nFe 0.5 0.5 0.5\n", SmallCif.Cell(4, 4, 123_456.7, 90, 90, 90));
        var problem = CifReader.Read(text).Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(CrystalProblemKind.TooLarge);
        problem.Message.ShouldBe("An edge of the cell is 1.235E+05 angstrom long, at most 10000 are read; this limit is fixed.");
        CifReader
            .Read(text, InputLimits.Default with { MostEdgeAngstrom = 123_457 })
            .Structures.ShouldHaveSingleItem()
            .Crystal.Sites.Length.ShouldBe(2);
        CifReader
            .Read(
                SmallCif.Of("Fe 0 0 0\nFe 0.5 0.5 0.5\n", SmallCif.Cell(1e6, 1e6, 1e6, 90, 90, 90)),
                InputLimits.Default with
                {
                    MostEdgeAngstrom = 1_000_000,
                }
            )
            .Structures.ShouldHaveSingleItem()
            .Crystal.Sites.Length.ShouldBe(2);
    }

    [UnixFact]
    public void A_pipe_is_refused_without_waiting_for_someone_to_write()
    {
        var pipe = _folder.PathOf("pipe.csv");
        using (var make = System.Diagnostics.Process.Start("mkfifo", pipe)) make.WaitForExit();
        var problem = DatasetReader.ReadCsv(pipe).Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(DataProblemKind.Source);
        problem.FirstPlaces[0].ShouldContain("is a pipe, not a file. Write what comes out of it into a file, and name that.");
        var folder = Folder();
        foreach (var name in new[] { "m0.cif", "atom_init.json" })
        {
            var path = Path.Combine(folder, name);
            File.Delete(path);
            using (var make = System.Diagnostics.Process.Start("mkfifo", path)) make.WaitForExit();
            DatasetReader.ReadFolder(folder).Problems.ShouldContain(p => p.FirstPlaces[0].Contains("is a pipe"), name);
            File.Delete(path);
        }
    }

    [Fact]
    public void A_CIF_text_longer_than_the_limit_is_set_aside_alone()
    {
        var limits = InputLimits.Default with { MostCifCharacters = SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)).Length };
        var options = new ReadOptions { Limits = limits };
        foreach (var result in new[] { DatasetReader.ReadCsv(Csv(4), options), DatasetReader.ReadFolder(Folder(), options) })
        {
            result.Dataset.ShouldNotBeNull();
            result.Problems.ShouldContain(p =>
                p.Kind == DataProblemKind.MaterialTooLarge && p.FirstPlaces[0].Contains("-p:TomographyLimits=CifCharacters="));
        }

        // By its length alone.
        DatasetReader
            .ReadFolder(Folder(), new() { Limits = InputLimits.Default with { MostCifCharacters = 20 } })
            .Problems[0]
            .FirstPlaces[0]
            .ShouldContain("The file has ");
    }

    [Fact]
    public void A_compressed_file_unpacks_to_no_more_than_the_limit()
    {
        var path = Compressed("x.csv.gz", stream => stream.Write(File.ReadAllBytes(Csv(50))));
        DatasetReader.ReadCsv(path).Dataset!.Materials.Length.ShouldBe(50);
        Whole(path, InputLimits.Default with { MostUnpackedBytes = 1_000 }, "-p:TomographyLimits=FileBytes=2000");
    }

    [Fact]
    public void A_file_that_unpacks_to_a_thousand_times_its_length_is_stopped_early()
    {
        // 512 MiB of empty lines, in half a megabyte.
        var rows = new byte[1 << 20];
        Array.Fill(rows, (byte)'\n');
        var path = Compressed("bomb.csv.gz", stream =>
        {
            stream.Write("id,cif\n"u8);
            for (var i = 0; i < 512; i++) stream.Write(rows);
        });
        new FileInfo(path).Length.ShouldBeLessThan(1 << 20);
        Whole(path, InputLimits.Default, "200 times its own length, as no table of crystals does; this limit is fixed");
    }

    [Fact]
    public void Features_of_elements_that_are_too_long_are_not_read()
    {
        var folder = Folder();
        File.WriteAllText(Path.Combine(folder, "atom_init.json"), new string(' ', 5_000));
        var result = DatasetReader.ReadFolder(folder, new() { Limits = InputLimits.Default with { MostRowCharacters = 4_000 } });
        result.Problems.ShouldHaveSingleItem().FirstPlaces[0].ShouldContain("-p:TomographyLimits=CifCharacters=5000");
    }

    private static void Whole(string path, InputLimits limits, params string[] expected)
    {
        var options = new ReadOptions { Limits = limits };
        var result = Directory.Exists(path) ? DatasetReader.ReadFolder(path, options) : DatasetReader.ReadCsv(path, options);
        result.Dataset.ShouldBeNull();
        result.Table.ShouldBeNull();
        var problem = result.Problems.Single(p => p.Kind == DataProblemKind.SourceTooLarge);
        foreach (var part in expected) problem.FirstPlaces.ShouldHaveSingleItem().ShouldContain(part);
    }

    private string Csv(int materials) => _folder.Write("x.csv", SmallCif.Table(materials));

    private string Folder()
    {
        _folder.Write("folder/id_energy.csv", "m0,1\nm1,2\n");
        _folder.Write("folder/id_density.csv", "m0,1\nm1,2\n");
        _folder.Write("folder/m0.cif", SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)));
        _folder.Write("folder/m1.cif", SmallCif.Of("Fe 0 0 0\nNi 0.5 0.5 0.5 # " + new string('x', 100), SmallCif.Cube(4)));
        return _folder.PathOf("folder");
    }

    private string Compressed(string name, Action<Stream> write)
    {
        var path = _folder.PathOf(name);
        using var stream = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        write(stream);
        return path;
    }
}
