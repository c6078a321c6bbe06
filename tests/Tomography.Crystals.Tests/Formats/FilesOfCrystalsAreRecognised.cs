using System.IO.Compression;
using System.Text;
using Shouldly;
using Tomography.Testing;
using Xunit;

namespace Tomography.Crystals.Tests;

public sealed class FilesOfCrystalsAreRecognised : IDisposable
{
    private static readonly Crystal s_crystal = new(Lattice.Cubic(4), [new(new(0, 0, 0), 26), new(new(0.5, 0.5, 0.5), 28)]);
    private static readonly string s_cif = SmallCif.Of("Fe 0 0 0\nNi 0.5 0.5 0.5", SmallCif.Cube(4));

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Files => new()
    {
        { "x.cif", s_cif },
        { "POSCAR", Written.Poscar(s_crystal, cartesian: false, 1) },
        { "CONTCAR-3.vasp", Written.Poscar(s_crystal, cartesian: true, 2) },
        { "x.extxyz", Written.ExtendedXyz(s_crystal) },
        { "x.json", Written.Pymatgen(s_crystal) },
        { "misnamed.cif", Written.Poscar(s_crystal, cartesian: false, 1) },
        { "misnamed.vasp", s_cif },
        { "counted", Written.Poscar(s_crystal, cartesian: false, 1).Replace("written by a test", "17") },
        { "no-name", Written.Optimade(s_crystal) },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void By_what_they_hold_and_compressed_too(string name, string text)
    {
        foreach (var path in new[] { Plain(name, text), Compressed(name + ".gz", text), Compressed(name + "-without-suffix", text) })
        {
            var entry = CrystalFile.Read(path).ShouldHaveSingleItem();
            entry.Problems.ShouldBeEmpty();
            entry.Crystal.ShouldNotBeNull().Sites.Select(s => s.Occupants[0].AtomicNumber).ShouldBe([26, 28]);
        }
    }

    [Fact]
    public void One_of_no_format_is_told_with_what_was_tried()
    {
        var message = ErrorOf(Plain("x.txt", "dear reader,\nthis is a letter\n")).Message;
        message.ShouldBe(
            "The file is of none of the formats that are read: CIF (no line starts a data block with data_); "
                + "JSON (it starts with neither { nor [); POSCAR (line 2 starts with no scale factor); "
                + "extended XYZ (line 1 is no count of atoms).");
    }

    [Fact]
    public void One_that_is_named_as_a_format_is_told_what_it_lacks_of_that() =>
        ErrorOf(Plain("x.poscar", "dear reader,\nthis is a letter\n")).Place.ShouldBe("POSCAR, line 2");

    [Theory]
    [InlineData("BZh91AY", "bzip2")]
    [InlineData("PK\u0003\u0004", "zip")]
    public void One_of_another_compression_is_told(string start, string name) =>
        ErrorOf(Plain("x.json.xx", start)).Message.ShouldBe($"The file is compressed by {name}.");

    [Fact]
    public void One_that_is_empty_missing_or_too_long_is_told()
    {
        ErrorOf(Plain("x.cif", " \n")).Message.ShouldBe("The file is empty.");
        ErrorOf(_folder.PathOf("none.cif")).Suggestion.ShouldContain("path");
        ErrorOf(_folder.Root).Message.ShouldNotBeEmpty();
        var limits = InputLimits.Default with { MostFileBytes = 10 };
        CrystalFile.Read(Plain("y.cif", s_cif), new() { Limits = limits }).ShouldHaveSingleItem()
            .Problems[0].Kind.ShouldBe(CrystalProblemKind.TooLarge);
    }

    [Fact]
    public void A_compressed_one_that_is_cut_gives_what_comes_before_and_a_problem()
    {
        var structure = Written.Pymatgen(s_crystal);
        var path = Compressed("x.json.gz", $"[{string.Join(", ", Enumerable.Repeat(structure, 2_000))}]");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        var entries = CrystalFile.Read(path).ToArray();
        entries.Length.ShouldBeInRange(2, 2_000);
        entries[0].Crystal.ShouldNotBeNull();
        entries[^1].EndsFile.ShouldBeTrue();
        entries[^1].Problems[0].Message.ShouldContain("end", Case.Insensitive);
    }

    [Fact]
    public void A_block_of_CIF_that_is_refused_is_told_beside_the_others()
    {
        var entries = CrystalFile.Read(Plain("x.cif", s_cif + s_cif.Replace("data_x", "data_y").Replace("Ni", "Xx"))).ToArray();
        entries.Select(e => e.Id).ShouldBe(["x", null]);
        entries[1].Problems.ShouldHaveSingleItem().Place.ShouldStartWith("CIF, line 2");
    }

    [SharedDataFact]
    public void Those_that_users_bring_are_read()
    {
        var cases = Path.Combine(SharedData.PathOf(".."), "cases", "c06_formats");
        CrystalFile.Read(Path.Combine(cases, "jdft_3d.json")).ShouldAllBe(e => e.Crystal != null && e.Id!.StartsWith("JVASP-"));
        CrystalFile.Read(Path.Combine(cases, "matbench_mp_gap.json.gz")).Count(e => e.Values.Any(v => v.Key == "gap pbe")).ShouldBe(12);
        CrystalFile.Read(Path.Combine(cases, "structures.json")).ShouldHaveSingleItem().Crystal.ShouldNotBeNull();
        CrystalFile.Read(Path.Combine(cases, "train.extxyz")).ShouldAllBe(e => e.Crystal != null && e.Values[0].Key == "energy");
        foreach (var file in Directory.GetFiles(Path.Combine(cases, "poscars"), "*.vasp"))
            CrystalFile.Read(file).ShouldHaveSingleItem().Crystal.ShouldNotBeNull();
    }

    private static CrystalProblem ErrorOf(string path)
    {
        var entry = CrystalFile.Read(path).ShouldHaveSingleItem();
        entry.Crystal.ShouldBeNull();
        return entry.Problems.ShouldHaveSingleItem();
    }

    private string Plain(string name, string text) => _folder.Write(name, text);

    private string Compressed(string name, string text)
    {
        var path = _folder.PathOf(name);
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
