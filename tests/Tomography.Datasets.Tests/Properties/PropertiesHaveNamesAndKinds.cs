using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Datasets.Tests;

public class PropertiesHaveNamesAndKinds
{
    [Fact]
    public void The_registry_holds_nine_numbers_and_four_kinds_of_classes()
    {
        PropertyCatalogue.Known.All.Length.ShouldBe(13);
        PropertyCatalogue.Known.All.Count(p => p.Kind == PropertyKind.Number).ShouldBe(9);
        PropertyCatalogue.Known.All.Where(p => p.Kind == PropertyKind.Classes).Select(p => (p.Name.Value, p.FeatureLength))
            .ShouldBe([("is-hubbard", 2), ("oxide-type", 6), ("spacegroup-crystal-system", 7), ("spacegroup-number", 230)]);
    }

    [Theory]
    [InlineData("band_gap", "band-gap")]
    [InlineData("Band-Gap", "band-gap")]
    [InlineData("nsites", "number-of-sites")]
    [InlineData("spacegroup.number", "spacegroup-number")]
    [InlineData("e_above_hull", "e-above-hull")]
    [InlineData("spacegroup.crystal_system", "spacegroup-crystal-system")]
    public void Properties_are_found_by_name_and_by_alias(string text, string name) =>
        PropertyCatalogue.Known.Find(text)!.Name.Value.ShouldBe(name);

    [Fact]
    public void An_unknown_name_is_null_and_has_a_nearest()
    {
        PropertyCatalogue.Known.Find("band-gpa").ShouldBeNull();
        PropertyCatalogue.Known.Nearest("band-gpa").ShouldBe("band-gap");
        PropertyCatalogue.Known.Nearest("qqqqqqqqqqqqqqqq").ShouldBeNull();
    }

    [Theory]
    [InlineData("is-hubbard", "true", 1)]
    [InlineData("is-hubbard", "FALSE", 0)]
    [InlineData("is-hubbard", "1", 1)]
    [InlineData("is-hubbard", "2", null)]
    [InlineData("oxide-type", "None", 0)]
    [InlineData("oxide-type", "", null)]
    [InlineData("spacegroup-number", "225", 224)]
    [InlineData("spacegroup-number", "225.0", 224)]
    [InlineData("spacegroup-number", "231", null)]
    [InlineData("spacegroup-crystal-system", "Cubic", 6)]
    public void Classes_are_parsed(string property, string text, int? index) =>
        PropertyClasses.IndexOf(PropertyCatalogue.Known.Find(property)!, text).ShouldBe(index);

    [Theory]
    [InlineData("bulkModulus_VRH", "bulk-modulus-vrh")]
    [InlineData("my column (eV)", "my-column-ev")]
    [InlineData("---", null)]
    [InlineData("带隙(eV)", "带隙-ev")]
    [InlineData("Плотность", "плотность")]
    [InlineData("Énergie par atome", "énergie-par-atome")]
    public void A_column_of_ones_own_becomes_a_property(string column, string? name) =>
        (ColumnProperty.Of(column)?.Name.Value).ShouldBe(name);

    [Theory]
    [InlineData("K_VRH (GPa)", "GPa")]
    [InlineData("gap [eV]", "eV")]
    [InlineData("带隙（eV）", "eV")]
    [InlineData("log10(K_VRH)", "log10(GPa)")]
    [InlineData("log10(density)", "")]
    [InlineData("efermi", "eV")]
    [InlineData("last phdos peak", "cm^-1")]
    [InlineData("gap", "")]
    [InlineData("(eV)", "")]
    [InlineData("f(x) of y", "")]
    public void What_stands_in_brackets_at_the_end_is_the_unit(string column, string unit) =>
        ColumnProperty.Of(column)!.Unit.ShouldBe(unit);

    [Fact]
    public void A_declared_property_takes_the_place_of_the_known_one_and_is_found_by_its_column()
    {
        var measured = new Property(new("band-gap"), "eV", PropertyKind.Number, [], [], "Measured.");
        var metal = new Property(new("metal"), "", PropertyKind.Classes, ["False", "True"], [], "Metals.");
        var catalogue = PropertyCatalogue.Known.With(
            [new(measured, "gap_exp", PropertyTransform.None), new(metal, null, PropertyTransform.None)]);
        catalogue.All.Length.ShouldBe(14);
        catalogue.Find("band-gap").ShouldBe(measured);
        catalogue.Find("band_gap").ShouldBeNull("that column is another");
        catalogue.NameOf("gap_exp").ShouldBe(new("band-gap"));
        catalogue.NameOf("GAP_exp").ShouldBeNull("the names of columns are exact");
        catalogue.NameOf("my-own").ShouldBe(new("my-own"), "the dataset may have it");
        catalogue.NameOf("../density").ShouldBeNull();
        catalogue.DeclaredFor("gap_exp").Single().Property.ShouldBe(measured);
        catalogue.DeclaredFor("Metal").Single().Property.ShouldBe(metal);
        catalogue.DeclaredFor("density").ShouldBeEmpty();
        PropertyCatalogue.Known.All.Length.ShouldBe(13, "it never changes");
    }

    [Theory]
    [InlineData("yes", 1)]
    [InlineData("No", 0)]
    [InlineData("TRUE", 1)]
    [InlineData("0", 0)]
    [InlineData("maybe", null)]
    public void What_is_so_or_not_is_written_in_many_ways(string text, int? index) =>
        PropertyClasses.IndexOf(PropertyCatalogue.Known.Find("is-hubbard")!, text).ShouldBe(index);

    [Fact]
    public void The_nearest_choice_has_the_fewest_edits()
    {
        Suggestion.Nearest("densty", ["volume", "density", "energy"]).ShouldBe("density");
        Suggestion.Nearest("x", []).ShouldBeNull();
    }
}
