using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class DatasetsAreAudited
{
    private static readonly Property Gap = Number("band-gap", "eV"), Measured = Number("measured", "eV"), Volume = Number("volume", "");

    private static readonly PropertyDeclaration Same =
        new(Measured, null, PropertyTransform.None) { Source = "experiment", SameAs = Gap.Name };

    private static Property Number(string name, string unit) => new(new(name), unit, PropertyKind.Number, [], [], "");

    private static Material Of(string id, double edge, params int[] elements) => Of(id, new Crystal(
        Lattice.Cubic(edge), [.. elements.Select((z, i) => new Site(new(i / 10.0, 0, 0), z))]));

    private static Material Of(string id, Crystal crystal) => new(id, Formula.Reduced(crystal), crystal);

    private static DatasetAudit Audit(
        ImmutableArray<Material> materials, ImmutableArray<PropertyColumn> columns, params ImmutableArray<PropertyDeclaration> declared) =>
        DatasetAuditor.Audit(new("oxides", false, materials, columns, ElementFeatures.BuiltIn), [], declared);

    private static ImmutableArray<Material> Four => [Of("a", 4, 26, 8), Of("b", 5, 26, 8), Of("c", 4, 28, 8, 8), Of("d", 4, 8, 26)];

    [Fact]
    public void Values_have_a_range_zeros_gaps_and_a_commonest_one()
    {
        var audit = Audit(Four, [new(Gap, [0, 3, 0, double.NaN])]).Properties.ShouldHaveSingleItem();
        (audit.Values, audit.Missing, audit.Zeros, audit.Distinct).ShouldBe((3, 1, 2, 2));
        audit.Range.ShouldBe(new(0, 0, 1, 3, IsWhole: true));
        (audit.Commonest, audit.CommonestCount, audit.Source).ShouldBe(("0", 2, "oxides"));
        audit.CommonestShare.ShouldBe(2 / 3.0);
    }

    [Fact]
    public void A_property_that_no_material_has_is_audited_too()
    {
        var audit = Audit(Four, [new(Gap, [.. Enumerable.Repeat(double.NaN, 4)])]).Properties.ShouldHaveSingleItem();
        (audit.Values, audit.Missing, audit.Range, audit.Commonest, audit.CommonestShare).ShouldBe((0, 4, null, "", 0));
    }

    [Fact]
    public void Classes_have_no_range_and_crystal_systems_are_counted_from_the_lowest()
    {
        var system = PropertyCatalogue.Known.Find("spacegroup-crystal-system")!;
        var audit = Audit(Four, [new(system, [6, 6, 2, double.NaN])]);
        (audit.Properties[0].Range, audit.Properties[0].Zeros, audit.Properties[0].Commonest).ShouldBe((null, null, "cubic"));
        audit.CrystalSystems.ShouldBe([new("orthorhombic", 1), new("cubic", 2)]);
    }

    [Fact]
    public void Formulas_elements_sites_and_duplicates_are_counted()
    {
        ImmutableArray<Material> five = [.. Four, Of("e", 4, 26, 8)];
        var audit = DatasetAuditor.Audit(new("oxides", false, five, [], ElementFeatures.BuiltIn), [], [], [[0, 4]]);
        audit.Formulas.ShouldBe(new(2, 1, 4, new("Fe1 O1", 4)));
        audit.Elements.ShouldBe([new(8, 5), new(26, 4), new(28, 1)]);
        audit.Cells!.Sites.ShouldBe([new(2, 4), new(3, 1)]);
        audit.Cells.MedianSites.ShouldBe(2);
        audit.Cells.Duplicates.ShouldBe(2);
        audit.Cells.FirstDuplicates.ShouldHaveSingleItem().ShouldBe(["a", "e"]);
    }

    [Fact]
    public void Copies_that_nobody_looked_for_are_not_said_to_be_none() => Audit(Four, []).Cells!.Duplicates.ShouldBeNull();

    [Fact]
    public void A_vector_has_nothing_but_materials_that_have_it()
    {
        var vector = Gap with { Kind = PropertyKind.Vector, Classes = ["x1", "x2"] };
        var audit = Audit(Four, [new(vector, [0, 0, double.NaN, 0]) { Components = [1, 2, 3, 4, 0, 0, 5, 6] }]).Properties[0];
        (audit.Values, audit.Missing, audit.Distinct, audit.Range, audit.Commonest).ShouldBe((3, 1, null, null, ""));
    }

    [Fact]
    public void Formulas_alone_have_no_cells_to_audit() =>
        DatasetAuditor.Audit(new("f", false, Four, [], ElementFeatures.BuiltIn) { HasFormulasOnly = true }, [], []).Cells.ShouldBeNull();

    [Fact]
    public void Sources_cover_materials_overlap_and_are_compared_where_they_measure_the_same()
    {
        var audit = Audit(
            Four, [new(Gap, [1, 2, 3, 4]), new(Volume, [1, 1, 1, 1]), new(Measured, [1.5, 2.5, 5, double.NaN])], Same);
        audit.Sources.Select(s => (s.Name, s.Materials, s.Values)).ShouldBe([("oxides", 4, 8), ("experiment", 3, 3)]);
        audit.Overlaps.ShouldBe([new("oxides", "experiment", 3)]);
        var pair = audit.Pairs.ShouldHaveSingleItem();
        (pair.Property, pair.Other, pair.Common, pair.MeanOffset, pair.MedianOffset, pair.MeanAbsolute)
            .ShouldBe((Measured.Name, Gap.Name, 3, 1, 0.5, 1));
        pair.Correlation!.Value.ShouldBe(0.9707253, 1e-6);
    }

    [Theory]
    [InlineData(double.NaN, double.NaN, double.NaN, 0)]
    [InlineData(2, double.NaN, double.NaN, 1)]
    [InlineData(2, 2, 2, 3)]
    public void A_correlation_that_says_nothing_is_none(double first, double second, double third, int common)
    {
        var pair = Audit(Four, [new(Gap, [1, 2, 3, 4]), new(Measured, [first, second, third, double.NaN])], Same).Pairs[0];
        (pair.Common, pair.Correlation).ShouldBe((common, null));
        (pair.MeanOffset is null).ShouldBe(common == 0);
    }
}
