using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Testing;
using Xunit;

namespace Tomography.Datasets.Tests;

/// <summary>Columns that nobody knows become properties by all of their values; declared ones by what is said of them.</summary>
public sealed class ColumnsBecomeWhatTheyHold : IDisposable
{
    private const string Cif = "data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n_cell_angle_alpha 90\n_cell_angle_beta 90\n"
        + "_cell_angle_gamma 90\nloop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\nFe 0 0 0\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_property_that_begins_after_a_hundred_empty_rows_is_found()
    {
        var read = Read("late", i => i < 100 ? "" : $"{i}.5");
        read.Table!.Columns.Single().Property.Kind.ShouldBe(PropertyKind.Number);
        Values(read)[..101].ShouldBe([.. Enumerable.Repeat(default(double?), 100), 100.5]);
        read.Problems.ShouldHaveSingleItem().Kind.ShouldBe(DataProblemKind.MissingProperty);
    }

    [Theory]
    [InlineData("true", "False", new[] { "False", "True" }, 1.0, 0.0)]
    [InlineData("no", "YES", new[] { "False", "True" }, 0.0, 1.0)]
    [InlineData("metal", "insulator", new[] { "insulator", "metal" }, 1.0, 0.0)]
    public void Words_that_repeat_are_classes(string even, string odd, string[] classes, double first, double second)
    {
        var read = Read("kind", i => i % 2 == 0 ? even : odd);
        var column = read.Table!.Columns.Single();
        column.Property.Kind.ShouldBe(PropertyKind.Classes);
        column.Property.Classes.ShouldBe(classes);
        Values(read)[..3].ShouldBe([first, second, first]);
    }

    [Theory]
    [InlineData("names", "name {0}", "note: its values are texts, nearly each of its own")]
    [InlineData("one", "powder", "note: 'powder' is its only value")]
    [InlineData("none", "", "note: it holds no value")]
    public void Other_texts_are_left_out_with_the_reason(string name, string form, string reason)
    {
        name.ShouldNotBeEmpty();
        var read = Read("note", i => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i));
        read.Table!.Columns.ShouldBeEmpty();
        var problem = read.Problems.ShouldHaveSingleItem();
        (problem.Kind, problem.FirstPlaces.Single()).ShouldBe((DataProblemKind.UnusableColumn, reason));
    }

    [Fact]
    public void A_column_of_numbers_with_some_words_is_of_numbers_and_each_word_is_counted()
    {
        var read = Read("gap", i => i % 3 == 0 ? "metal" : $"{i}");
        read.Table!.Columns.Single().Property.Kind.ShouldBe(PropertyKind.Number);
        var problem = read.Problems.Single(p => p.Kind != DataProblemKind.MissingProperty);
        (problem.Kind, problem.Count, problem.FirstPlaces.Length).ShouldBe((DataProblemKind.NotANumber, 67, 5));
        problem.FirstPlaces[0].ShouldBe("line 2 (m0): gap is 'metal'");
    }

    [Fact]
    public void A_column_of_words_and_some_numbers_is_neither()
    {
        var read = Read("group", i => i % 3 == 0 ? "1" : "P1");
        read.Problems.Single().FirstPlaces.Single().ShouldBe("group: 133 of its values are words and 67 are numbers");
    }

    [Fact]
    public void One_column_can_be_two_declared_properties_one_of_them_its_logarithm()
    {
        var shear = new Property(new("shear"), "GPa", PropertyKind.Number, [], [], "");
        var log = shear with { Name = new("log-shear"), Unit = "log10(GPa)" };
        var catalogue = PropertyCatalogue.Known.With(
            [new(shear, "G_VRH", PropertyTransform.None), new(log, "G_VRH", PropertyTransform.Log10)]);
        var read = Read("G_VRH", i => $"{i + 1}", catalogue);
        read.Table!.Columns.Select(c => c.Property).ShouldBe([shear, log]);
        read.Table.Columns[0].Values[9].ShouldBe(10);
        read.Table.Columns[1].Values[9].ShouldBe(1);
        Read("G_VRH", i => $"{i}", catalogue).Problems.Select(p => p.Kind).ShouldContain(DataProblemKind.NoLogarithm);
    }

    [Fact]
    public void A_declared_column_that_is_not_there_is_named_with_the_nearest()
    {
        var catalogue = PropertyCatalogue.Known.With(
            [new(new(new("bulk"), "GPa", PropertyKind.Number, [], [], ""), "K_VHR", PropertyTransform.None)]);
        Read("K_VRH", i => $"{i}", catalogue).MissingColumns.ShouldBe([new(new("bulk"), "K_VHR", "K_VRH")]);
        Read("K_VHR", i => $"{i}", catalogue).MissingColumns.ShouldBeEmpty();
    }

    [Fact]
    public void Logarithms_are_those_of_mathematics_to_the_last_places()
    {
        DecimalLogarithm.Of(1).ShouldBe(0);
        foreach (var power in new[] { -5, -1, 1, 2, 3, 10, 100 })
            DecimalLogarithm.Of(Math.Pow(10, power)).ShouldBe(power, 4e-16 * Math.Abs(power));
        Prop.ForAll(
            ArbMap.Default.ArbFor<double>().Filter(x => x > 1e-300 && double.IsFinite(x)),
            x => Math.Abs(DecimalLogarithm.Of(x) - Math.Log10(x)) <= 1e-15 * Math.Max(1, Math.Abs(Math.Log10(x))))
            .QuickCheckThrowOnFailure();
    }

    private DatasetReadResult Read(string header, Func<int, string> value, PropertyCatalogue? catalogue = null)
    {
        var rows = Enumerable.Range(0, 200).Select(i => $"m{i},{value(i)},\"{Cif}\"\n");
        return DatasetReader.ReadCsv(
            _folder.Write("table.csv", $"material_id,{header},cif\n" + string.Concat(rows)),
            new() { Catalogue = catalogue ?? PropertyCatalogue.Known });
    }

    private static double?[] Values(DatasetReadResult read) => [.. read.Table!.Columns.Single().Values];
}
