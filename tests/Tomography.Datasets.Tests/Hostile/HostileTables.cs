using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Whatever the files of a dataset hold, reading them ends, with materials or with problems.</summary>
public sealed class HostileTables : IDisposable
{
    private static readonly string s_whole =
        "material_id,band_gap,oxide_type,spacegroup.number,cif\n"
        + string.Concat(
            Enumerable
                .Range(0, 4)
                .Select(i =>
                    $"mp-{i},{i}.5,oxide,{i + 1},\"{SmallCif.Of(i % 2 == 0 ? "Fe 0 0 0" : "Fe 0 0 0\nO 0.5 0.5 0.5", SmallCif.Cube(4))}\"\n"
                ));

    private static readonly string[] s_pieces =
    [
        "\"",
        "\"\"",
        ",",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "\t",
        "\uFEFF",
        "\uD800",
        "\uFFFD",
        "NaN",
        "nan",
        "Infinity",
        "1e308",
        "-1e309",
        "1e999",
        "99999999999999999999999",
        "0x10",
        "=1+1",
        "<script>",
        "../../etc/passwd",
        "oxyde",
        "231",
        "225.0",
        "-1",
        "mp-0",
        "cif",
        "id",
        "material_id",
        "band-gap",
        "data_",
        "loop_",
        "1e-308",
        "é",
        "\u202E",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Gen<string> Mutations { get; } =
        Gen.NonEmptyListOf(
                from at in Gen.Choose(0, s_whole.Length - 1)
                from cut in Gen.Choose(0, 12)
                from piece in Gen.Elements(s_pieces)
                select (At: at, Cut: cut, Piece: piece))
            .Select(changes =>
            {
                var text = new StringBuilder(s_whole);
                foreach (var (at, cut, piece) in changes)
                {
                    var from = Math.Min(at, text.Length);
                    text.Remove(from, Math.Min(cut, text.Length - from)).Insert(from, piece);
                }

        return text.ToString();
    });

    [Fact]
    public void The_table_that_is_mutated_is_valid()
    {
        var result = DatasetReader.ReadCsv(_folder.Write("x.csv", s_whole));
        result.Problems.ShouldBeEmpty();
        result.Dataset!.Materials.Length.ShouldBe(4);
    }

    [Fact]
    public void A_mutated_table_gives_materials_or_problems() =>
        Prop.ForAll(Mutations.ToArbitrary(), text => EndsWell(DatasetReader.ReadCsv(WriteText("x.csv", text))))
            .Check(Config.QuickThrowOnFailure.WithReplay(3, 5).WithMaxTest(1_200));

    [Fact]
    public void Pieces_of_tables_give_materials_or_problems() =>
        Prop.ForAll(
                Gen.ListOf(Gen.Elements(s_pieces)).ToArbitrary(),
                pieces => EndsWell(DatasetReader.ReadCsv(WriteText("x.csv", string.Concat(pieces)))))
            .Check(Config.QuickThrowOnFailure.WithReplay(3, 7).WithMaxTest(1_000));

    [Fact]
    public void Random_bytes_give_materials_or_problems()
    {
        var random = new Random(23);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(5_000)];
            random.NextBytes(bytes);
            // Half of them behind a valid header.
            if (i % 2 == 0) bytes = [.. "id,volume,cif\n"u8, .. bytes];
            EndsWell(DatasetReader.ReadCsv(Write("x.csv", bytes)));
            EndsWell(DatasetReader.ReadCsv(Write("x.csv.gz", bytes)));
        }
    }

    [Fact]
    public void A_damaged_archive_gives_materials_or_problems()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(s_whole));
        var whole = packed.ToArray();
        Prop.ForAll(Gen.Choose(0, whole.Length - 1).Zip(Gen.Choose(0, 255)).NonEmptyListOf().ToArbitrary(), changes =>
        {
            byte[] bytes = [.. whole];
            foreach (var (at, value) in changes) bytes[at] = (byte)value;
            EndsWell(DatasetReader.ReadCsv(Write("x.csv.gz", bytes)));
            EndsWell(DatasetReader.ReadCsv(Write("x.csv.gz", bytes[..changes[0].Item1])));
        }).Check(Config.QuickThrowOnFailure.WithReplay(29, 31).WithMaxTest(500));
    }

    [Fact]
    public void Tables_of_a_folder_and_its_features_of_elements_may_hold_anything()
    {
        _folder.Write("set/m0.cif", SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)));
        string[] json =
        [
            "{",
            "}",
            "[",
            "]",
            "\"26\"",
            ":",
            ",",
            "1",
            "0.5",
            "1e999",
            "NaN",
            "\"\\uD800\"",
            "null",
            "\0",
            "\"x\"",
            "[0,1]",
            "{\"26\":[0,1]}",
            " ",
        ];
        var atomInit = Gen.ListOf(Gen.Elements(json)).Select(p => string.Concat(p));
        var table = Gen.ListOf(Gen.OneOf(Gen.Elements(s_pieces), Gen.Elements("m0,1\n", "m1,2\n", "m0"))).Select(p => string.Concat(p));
        Prop.ForAll(atomInit.ToArbitrary(), table.ToArbitrary(), (features, rows) =>
        {
            WriteText("set/atom_init.json", features);
            WriteText("set/id_energy.csv", "m0,1\n" + rows);
            EndsWell(DatasetReader.ReadFolder(_folder.PathOf("set")));
            File.Delete(_folder.PathOf("set/atom_init.json"));
            EndsWell(DatasetReader.ReadFolder(_folder.PathOf("set")));
        }).Check(Config.QuickThrowOnFailure.WithReplay(37, 41).WithMaxTest(500));
    }

    [Theory]
    [InlineData("../m0")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("m\00")]
    public void An_id_that_names_a_file_elsewhere_is_refused(string id)
    {
        _folder.Write("set/id_energy.csv", $"{id},1\n");
        _folder.Write("m0.cif", SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)));
        var problem = DatasetReader.ReadFolder(_folder.PathOf("set")).Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(DataProblemKind.Source);
        problem.FirstPlaces[0].ShouldContain("is not the name of a file of crystals");
    }

    [Fact]
    public void An_element_that_does_not_exist_and_a_class_that_does_not_are_told_apart()
    {
        var text = s_whole.Replace("mp-0,0.5,oxide,1", "mp-0,NaN,oxyde,999").Replace("\nO 0.5", "\nQx 0.5");
        var result = DatasetReader.ReadCsv(_folder.Write("x.csv", text));
        result
            .Problems.Select(p => (p.Kind, p.Count))
            .ShouldBe([
                (DataProblemKind.UnknownElement, 2),
                (DataProblemKind.NotANumber, 1),
                (DataProblemKind.UnknownClass, 2),
                (DataProblemKind.MissingProperty, 1),
            ]);
        result.Problems[0].FirstPlaces[0].ShouldContain("'Qx' names no element");
    }

    [Fact]
    public void A_name_that_is_too_long_is_no_property()
    {
        var result = DatasetReader.ReadCsv(_folder.Write("x.csv", SmallCif.Table(2).Replace("energy", new string('a', 1_000_000))));
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.Kind.ShouldBe(DataProblemKind.UnusableColumn);
        problem.FirstPlaces[0].Length.ShouldBeLessThan(200);
    }

    [SparseFileTheory]
    [InlineData("x.csv")]
    [InlineData("x.csv.gz")]
    [InlineData("set/id_energy.csv")]
    [InlineData("set/m0.cif")]
    [InlineData("set/atom_init.json")]
    public void A_file_of_ten_gigabytes_is_known_by_its_length(string name)
    {
        _folder.Write("set/id_energy.csv", "m0,1\nm1,2\n");
        _folder.Write("set/m0.cif", SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)));
        _folder.Write("set/m1.cif", SmallCif.Of("Fe 0 0 0", SmallCif.Cube(4)));
        SparseFile.Create(_folder.PathOf(name), 10L << 30);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = name.StartsWith("set") ? DatasetReader.ReadFolder(_folder.PathOf("set")) : DatasetReader.ReadCsv(_folder.PathOf(name));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10_000_000);
        var problem = result.Problems.ShouldHaveSingleItem();
        problem.FirstPlaces[0].ShouldContain("the file has 10737418240 bytes");
        // One large crystal is set aside; the rest of the folder is used.
        (result.Dataset is not null).ShouldBe(name.EndsWith(".cif"));
        problem.Kind.ShouldBe(
            name.EndsWith(".cif") ? DataProblemKind.MaterialTooLarge
            : name.EndsWith(".json") ? DataProblemKind.Source
            : DataProblemKind.SourceTooLarge);
        if (name == "x.csv")
            DatasetReader.CheckSize(_folder.PathOf(name), InputLimits.Default)!.Kind.ShouldBe(DataProblemKind.SourceTooLarge);
    }

    private static void EndsWell(DatasetReadResult result)
    {
        (result.Dataset is not null || result.Problems.Length > 0 || result.Table is { Materials.IsEmpty: true }).ShouldBeTrue();
        result.Problems.ShouldAllBe(p =>
            p.Count > 0
            && p.FirstPlaces.Length > 0
            && p.FirstPlaces.Length <= 5
            && p.FirstPlaces.All(place => place.Length < 600 && !place.Any(char.IsControl)));
        if (result.Dataset is { } dataset)
            dataset.Columns.ShouldAllBe(c => c.Values.Length == dataset.Materials.Length && c.Values.All(v => double.IsFinite(v)));
    }

    // Half surrogates become question marks, as in any file.
    private string WriteText(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        var path = _folder.PathOf(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
