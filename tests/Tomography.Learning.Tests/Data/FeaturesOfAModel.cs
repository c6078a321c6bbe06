using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Learning.Tests;

public class FeaturesOfAModel
{
    private static readonly PhantomCrystals s_crystals = new(20, Representation.Composition, folded: true);

    [Fact]
    public void The_components_of_a_vector_are_normalised_each_and_stand_side_by_side()
    {
        var spectrum = new PropertyColumn(new(new("xrd"), "", PropertyKind.Vector, ["a", "b"], [], ""), [0, double.NaN, 0, 0])
        {
            Components = [1, 10, 99, 99, 2, 10, 3, 40],
        };
        var features = FeatureVectors.Of([spectrum], [0, 2, 3]);
        features.Length.ShouldBe(2);
        features.Values.ShouldBe([-1, -0.57735026f, 0, 0, 0, -0.57735026f, 1, 1.1547005f], 1e-6);
    }

    [Fact]
    public void Each_property_has_the_numbers_that_it_has_alone_side_by_side()
    {
        var scope = Enumerable.Range(0, 20).ToArray();
        var hubbard = FeatureVectors.Of([s_crystals.Hubbard], [.. scope]);
        var sites = FeatureVectors.Of([s_crystals.Sites], [.. scope]);
        var both = FeatureVectors.Of([s_crystals.Hubbard, s_crystals.Sites], [.. scope]);
        both.Parts.ShouldBe([new("is-hubbard", 2), new("number-of-sites", 1)]);
        both.Length.ShouldBe(3);
        foreach (var i in scope)
            both.Values.AsSpan(3 * i, 3).ToArray().ShouldBe([hubbard.Values[2 * i], hubbard.Values[2 * i + 1], sites.Values[i]]);
    }

    [Fact]
    public void A_set_in_another_order_or_with_a_property_twice_is_refused()
    {
        Refused([s_crystals.Sites, s_crystals.Hubbard], "is-hubbard");
        Refused([s_crystals.Sites, s_crystals.Sites], "number-of-sites");

        static void Refused(PropertyColumn[] columns, string name) =>
            Should.Throw<ArgumentException>(() => FeatureVectors.Of([.. columns], [0, 1])).Message.ShouldContain(name);
    }

    [Fact]
    public void A_baseline_has_none() => FeatureVectors.Of([], [0]).ShouldBe(FeatureVectors.None);
}
