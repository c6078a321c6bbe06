using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

public sealed class PropertiesAreDerived : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_source_does_not_state_follows_from_its_crystals_and_is_marked()
    {
        var table = Read("gap", _ => "1", "Fe 0 0 0\nO 0.5 0.5 0.5");
        Value(table, "volume").ShouldBe(64, 1e-9);
        Value(table, "number-of-sites").ShouldBe(2);
        // 55.845 + 15.999 u in 64 angstrom3.
        Value(table, "density").ShouldBe(71.844 * 1.66053906660 / 64, 1e-4);
        Value(table, "is-hubbard").ShouldBe(1);
        Value(table, "oxide-type").ShouldBe(2);
        Value(table, "spacegroup-number").ShouldBe(220, "P m -3 m is number 221, the last but nine");
        Value(table, "spacegroup-crystal-system").ShouldBe(6);
        table.Derived.ShouldAllBe(c => c.Property.IsDerived && c.Property.Description.StartsWith("Derived: "));
        table.Columns.ShouldHaveSingleItem().Property.IsDerived.ShouldBeFalse();
    }

    [Fact]
    public void What_a_source_states_is_not_derived()
    {
        var table = Read("volume,spacegroup.number,energy_per_atom", _ => "65,225,-2", "Fe 0 0 0\nO 0.5 0.5 0.5");
        table.Columns.Single(c => c.Property.Name.Value == "volume").Values[0].ShouldBe(65);
        table.Derived.ShouldNotContain(c => c.Property.Name.Value == "volume");
        Value(table, "energy").ShouldBe(-4);
        Value(table, "spacegroup-crystal-system").ShouldBe(6);
    }

    [Theory]
    [InlineData("O 0 0 0\nO 0.3 0 0", "None")] // oxygen alone
    [InlineData("Fe 0 0 0", "None")]
    [InlineData("Fe 0 0 0\nO 0.5 0 0", "oxide")]
    [InlineData("Fe 0.5 0.5 0.5\nO 0 0 0\nO 0.32 0 0", "superoxide")]
    [InlineData("Fe 0.5 0.5 0.5\nO 0 0 0\nO 0.38 0 0", "peroxide")]
    [InlineData("Fe 0.5 0.5 0.5\nO 0 0 0\nO 0.33 0 0\nO 0 0.33 0", "ozonide")]
    [InlineData("Fe 0.5 0.5 0.5\nO 0 0 0\nH 0.24 0 0", "hydroxide")]
    public void Kinds_of_oxides_are_told_by_distances(string atoms, string kind)
    {
        var column = Read("gap", _ => "1", atoms).Derived.Single(c => c.Property.Name.Value == "oxide-type");
        column.Property.Classes[(int)column.Column.Values[0]!.Value].ShouldBe(kind);
    }

    [Fact]
    public void Magnetization_per_cell_becomes_per_formula_unit_where_the_names_beside_it_tell()
    {
        const string Atoms = "Fe 0 0 0\nO 0.5 0.5 0.5\nFe 0.5 0.5 0\nO 0 0 0.5";
        double? Magnetization(string header, string values) =>
            Read(header, _ => values, Atoms).Columns.Single(c => c.Property.Name.Value == "total-magnetization").Values[0];
        Magnetization("total_magnetization,energy_above_hull", "8,0").ShouldBe(4);
        Magnetization("total_magnetization,e_above_hull", "8,0").ShouldBe(8);
        Magnetization("total_magnetization", "8").ShouldBe(8);
        Magnetization("total_magnetization,total_magnetization_normalized_formula_units,is_stable", "8,4.5,1").ShouldBe(4.5);
    }

    [SharedDataFact]
    public void The_rules_agree_with_what_the_Materials_Project_states()
    {
        var stated = DatasetReader.ReadCsv(SharedData.PathOf("materials-project-2k.csv")).Table!;
        var bare = stated with { Columns = [] };
        var wanted = new Dictionary<string, double>
        {
            ["volume"] = 0.999, ["number-of-sites"] = 0.999, ["density"] = 0.999, ["oxide-type"] = 0.99, ["is-hubbard"] = 0.95,
        };
        foreach (var (name, least) in wanted)
        {
            var property = new PropertyName(name);
            var given = stated.Columns.Single(c => c.Property.Name == property).Values;
            var derived = DerivedColumns.Of(bare, PropertyCatalogue.Known, Derivation.All)
                .Single(c => c.Property.Name == property).Column.Values;
            var pairs = given.Zip(derived).Where(p => p.First is not null).ToArray();
            var equal = pairs.Count(p => Math.Abs(p.First!.Value - p.Second!.Value) <= 2e-3 * Math.Abs(p.First.Value));
            var share = equal / (double)pairs.Length;
            share.ShouldBeGreaterThanOrEqualTo(least, name);
        }
    }

    private SourceTable Read(string header, Func<int, string> values, string atoms) =>
        DatasetReader.ReadCsv(_folder.Write(
            "x.csv", $"material_id,{header},cif\na,{values(0)},\"{SmallCif.Of(atoms, SmallCif.Cube(4))}\"\n")).Table!;

    private static double Value(SourceTable table, string property) =>
        table.Derived.Single(c => c.Property.Name.Value == property).Column.Values[0]!.Value;
}
