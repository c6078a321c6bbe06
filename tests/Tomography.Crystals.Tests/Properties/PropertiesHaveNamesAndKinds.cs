using Shouldly;
using Xunit;

namespace Tomography.Crystals.Tests;

public class PropertiesHaveNamesAndKinds
{
    [Fact]
    public void The_registry_holds_nine_numbers_and_four_kinds_of_classes()
    {
        PropertyRegistry.All.Length.ShouldBe(13);
        PropertyRegistry.All.Count(p => p.Kind == PropertyKind.Number).ShouldBe(9);
        PropertyRegistry.All.Where(p => p.Kind == PropertyKind.Classes).Select(p => (p.Name.Value, p.FeatureLength))
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
        PropertyRegistry.Find(text)!.Name.Value.ShouldBe(name);

    [Fact]
    public void An_unknown_name_is_null_and_has_a_nearest()
    {
        PropertyRegistry.Find("band-gpa").ShouldBeNull();
        PropertyRegistry.Nearest("band-gpa").ShouldBe("band-gap");
        PropertyRegistry.Nearest("qqqqqqqqqqqqqqqq").ShouldBeNull();
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
        PropertyRegistry.ClassIndex(PropertyRegistry.Find(property)!, text).ShouldBe(index);

    [Theory]
    [InlineData("bulkModulus_VRH", "bulk-modulus-vrh")]
    [InlineData("my column (eV)", "my-column-ev")]
    [InlineData("---", null)]
    public void A_column_of_ones_own_becomes_a_property(string column, string? name) =>
        (PropertyRegistry.FromColumn(column)?.Name.Value).ShouldBe(name);

    [Fact]
    public void The_nearest_choice_has_the_fewest_edits()
    {
        Suggestion.Nearest("densty", ["volume", "density", "energy"]).ShouldBe("density");
        Suggestion.Nearest("x", []).ShouldBeNull();
    }
}
