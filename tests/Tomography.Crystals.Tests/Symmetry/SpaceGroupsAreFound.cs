using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Crystals.Tests;

/// <summary>The space group of a crystal follows from its lattice and sites alone.</summary>
public class SpaceGroupsAreFound(ITestOutputHelper output)
{
    /// <summary>General positions in each setting, in a cell that has its symmetry and no more.</summary>
    [Fact]
    public void Of_each_of_the_530_settings()
    {
        var wrong = SpaceGroupTable.All.Select(s => (Setting: s, Found: SpaceGroupFinder.Find(SymmetricCrystal.Of(s, new(5)), 0.02)))
            .Where(f => f.Found != f.Setting.Number).Select(f => $"{f.Setting.Number} {f.Setting.Name}: {f.Found}");
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("rock-salt", 225)]
    [InlineData("rutile", 136)]
    [InlineData("diamond-silicon", 227)]
    [InlineData("caesium-chloride", 221)]
    [InlineData("quartz", 154)]
    [InlineData("wurtzite", 186)]
    [InlineData("perovskite", 221)]
    [InlineData("graphite", 194)]
    [InlineData("iron-bcc", 229)]
    [InlineData("invented-triclinic", 2)]
    public void Of_crystals_that_everybody_knows(string name, int number)
    {
        var path = Repository.PathOf("tests", "Tomography.Crystals.Tests", "Pins", "Crystals", name + ".cif");
        SpaceGroupFinder.Find(CifReader.Read(File.ReadAllText(path)).OnlyCrystal!).ShouldBe(number);
    }

    [Fact]
    public void Whatever_cell_and_origin_describe_it_and_though_sites_are_a_little_off()
    {
        var cases =
            from setting in Gen.Elements<SpaceGroupSetting>(SpaceGroupTable.All.ToArray())
            from seed in Gen.Choose(0, 1_000_000)
            select (setting, seed);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var random = new Random(c.seed);
            var other = SymmetricCrystal.OtherCell(SymmetricCrystal.Of(c.setting, new(5)), random, noiseAngstrom: 0.003);
            SpaceGroupFinder.Find(other, 0.03).ShouldBe(c.setting.Number, c.setting.Name);
        }).Check(Config.QuickThrowOnFailure.WithReplay(3, 5).WithMaxTest(150));
    }

    [Fact]
    public void Of_a_large_cell_of_one_element()
    {
        var sites = Enumerable.Range(0, 1000).Select(i => new Site(new(i / 100 / 10.0, i / 10 % 10 / 10.0, i % 10 / 10.0), 84));
        SpaceGroupFinder.Find(new(Lattice.Cubic(33), [.. sites])).ShouldBe(221);
    }

    [Fact]
    public void Kinds_of_sites_count_and_so_do_occupancies()
    {
        static Crystal Pair(Occupant a, Occupant b) => new(Lattice.Cubic(4), [new(default, [a]), new(new(0.5, 0.5, 0.5), [b])]);
        SpaceGroupFinder.Find(Pair(new(26), new(26))).ShouldBe(229);
        SpaceGroupFinder.Find(Pair(new(26), new(28))).ShouldBe(221);
        SpaceGroupFinder.Find(Pair(new(26, 0.5), new(26))).ShouldBe(221);
    }

    [SharedDataFact]
    public void Of_95_in_100_files_of_the_corpus_as_the_reference_finds_it()
    {
        var (compared, agreed) = (0, 0);
        foreach (var row in File.ReadLines(SharedData.PathOf("cif-corpus/reference.csv")).Skip(1).Select(l => l.Split(',')))
        {
            if (row[1] != "ok" || !int.TryParse(row[7], CultureInfo.InvariantCulture, out var number)) continue;
            var read = CifReader.Read(File.ReadAllText(SharedData.PathOf("cif-corpus/" + row[0])));
            var sites = int.Parse(row[4], CultureInfo.InvariantCulture);
            if (read.Structures.FirstOrDefault()?.Crystal is not { } crystal || crystal.Sites.Length != sites) continue;
            compared++;
            var found = SpaceGroupFinder.Find(crystal);
            if (found == number) agreed++;
            else output.WriteLine($"{row[0]}: reference {number}, here {found}");
        }

        output.WriteLine($"{agreed} of {compared} agree.");
        compared.ShouldBeGreaterThan(450);
        // 456 of 462 when this was written; three of the six are crystals that the reference read with damaged operations.
        ((double)agreed / compared).ShouldBeGreaterThan(0.95);
    }
}
