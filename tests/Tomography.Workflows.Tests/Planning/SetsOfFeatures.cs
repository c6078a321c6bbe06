using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows.Tests;

/// <summary>Features that are given together: lists in the list of features.</summary>
public sealed class SetsOfFeatures
{
    [Fact]
    public void A_list_is_one_model_with_all_of_its_properties()
    {
        var plan = Plans.Of(With("[volume, [density, volume]]"));
        plan.Features.Select(f => f.ToString()).ShouldBe(["volume", "density+volume"]);
        plan.Jobs.Take(3).Select(j => j.Title).ShouldBe(
            ["structure density, seed 1", "structure density + volume, seed 1", "structure density + density + volume, seed 1"]);
        plan.Jobs.Length.ShouldBe(2 * 2 * 2 * 3);
    }

    [Fact]
    public void The_order_within_a_list_changes_no_key()
    {
        var (one, other) = (Plans.Keys(With("[[density, is-hubbard, volume]]")), Plans.Keys(With("[[volume, density, is-hubbard]]")));
        other.SetEquals(one).ShouldBeTrue();
        other.SetEquals(Plans.Keys(With("[[volume, density]]"))).ShouldBeFalse();
    }

    [Fact]
    public void A_list_of_one_is_the_property_itself()
    {
        Plans.Keys(With("[[density], is-hubbard]")).SetEquals(Plans.Keys(Plans.Small)).ShouldBeTrue();
        Reading.Valid(With("[[density]]")).Features!.Value.ShouldBe([(PropertySet)new PropertyName("density")]);
    }

    [Fact]
    public void Known_aliases_count_as_the_property_that_they_name() =>
        Reading.Valid(With("[[nsites, band_gap]]")).Features!.Value[0].ShouldBe(new([new("band-gap"), new("number-of-sites")]));

    [Fact]
    public void A_key_depends_on_the_values_of_all_its_properties()
    {
        var yaml = With("[[density, is-hubbard]]");
        foreach (var property in new[] { "density", "is-hubbard" })
        {
            var columns = Plans.Dataset.Columns.Select(c => c.Property.Name.Value == property ? c with { Hash = new('0', 64) } : c);
            var changed = Planner.Create(Reading.Valid(yaml), Plans.Dataset with { Columns = [.. columns] });
            changed.Jobs.Where(j => !j.Spec.IsBaseline).Select(j => j.Key).Intersect(Plans.Keys(yaml)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_fingerprint_names_the_set_and_its_values()
    {
        var plan = Plans.Of(With("[[volume, density]]"));
        var parts = new JobFingerprints(plan).Of(plan.Jobs[1]).Parts;
        parts.ShouldContain(new FingerprintPart("features", "density+volume"));
        var hashes = new[] { "density", "volume" }.Select(name => Plans.Dataset.Column(new(name))!.Hash);
        parts.ShouldContain(new FingerprintPart("features.values", string.Join('+', hashes)));
    }

    [Theory]
    [InlineData("[density, density]", "TOMO1007", 20, "'density' stands twice in 'features'; once is enough.")]
    [InlineData("[[density, density]]", "TOMO1007", 21, "'density' stands twice in 'features[0]'; once is enough.")]
    [InlineData(
        "[[density, volume], [volume, density]]",
        "TOMO1007",
        30,
        "'density, volume' stands twice in 'features'; once is enough, and the order of properties that are given together does not matter."
    )]
    [InlineData("[[density], density]", "TOMO1007", 22, "'density' stands twice in 'features'")]
    [InlineData("[[]]", "TOMO1004", 11,
        "'features[0]' must be a property, or a list of properties that are given together, like [density, volume].")]
    [InlineData("[[[density]]]", "TOMO1004", 11, "'features[0]' must be a property, or a list of properties")]
    [InlineData("[{ density: 1 }]", "TOMO1004", 11, "'features[0]' must be a property, or a list of properties")]
    [InlineData("[[density, Band Gap]]", "TOMO1006", 21,
        "'Band Gap' is not a property name (lower case words joined by hyphens); did you mean 'band-gap'?")]
    public void Mistakes_are_told_where_they_stand(string features, string code, int column, string told)
    {
        var problem = Reading.Problem($"{Reading.Minimal}\nfeatures: {features}");
        problem.Message.ShouldContain(told);
        (problem.Code, problem.Location.Line).ShouldBe((code, 4));
        problem.Location.Column.ShouldBe(column + 1);
    }

    private static string With(string features) => Plans.Small.Replace("[density, is-hubbard]", features);
}
