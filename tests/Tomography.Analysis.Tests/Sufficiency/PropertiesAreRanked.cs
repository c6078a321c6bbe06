using System.Collections.Immutable;
using Shouldly;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What properties tell beyond others, and the ranking of MODNet.</summary>
public class PropertiesAreRanked
{
    private const int Materials = 500;

    private static readonly PropertyName T = new("t"), A = new("a"), B = new("b"), Copy = new("copy"), Noise = new("noise"),
        Half = new("half");

    private readonly PropertyRanking _ranking = new(T, [A, B, Copy, Noise, Half], Columns());

    [Fact]
    public void A_property_tells_nothing_beyond_its_copy_and_more_beyond_another()
    {
        _ranking.Told(A, PropertySet.None).ShouldBeGreaterThan(0.4);
        _ranking.Told(Copy, A).ShouldBeLessThan(0.05);
        _ranking.Told(Noise, PropertySet.None).ShouldBeLessThan(0.05);
        // The target is a plus b: beside a, b tells nearly all that is left, which is more than what it tells by itself.
        _ranking.Told(B, A).ShouldBeGreaterThan(_ranking.Told(B, PropertySet.None) + 0.5);
    }

    [Fact]
    public void A_class_tells_as_much_as_the_half_of_a_number_that_it_names()
    {
        _ranking.Told(Half, A).ShouldBeLessThan(0.05, "a says which half it is");
        _ranking.Told(A, Half).ShouldBeGreaterThan(0.1);
        // A class of two halves tells one bit of what it is made of, and no more; of mixed pairs the estimate is rather too low.
        new PropertyRanking(A, [Half], Columns()).Told(Half, PropertySet.None).ShouldBeInRange(0.7, 1.05);
    }

    [Fact]
    public void The_estimate_of_normal_numbers_is_that_of_the_closed_form()
    {
        // Correlation of a and t is 1 / sqrt(2): half a bit.
        _ranking.Told(A, PropertySet.None).ShouldBeInRange(0.38, 0.62);
    }

    [Fact]
    public void A_set_with_a_copy_is_redundant_and_one_that_tells_more_together_is_less_than_that()
    {
        _ranking.Redundancy(new([A, Copy])).ShouldBeGreaterThan(0.3);
        _ranking.Redundancy(new([A, B])).ShouldBeLessThan(0, "together they tell more than one by one");
        _ranking.Redundancy(A).ShouldBe(0);
    }

    [Fact]
    public void By_relevance_and_redundancy_the_copy_of_what_was_chosen_comes_after_what_is_new()
    {
        var ranked = _ranking.ByRelevanceAndRedundancy();
        ranked.Length.ShouldBe(5);
        var (first, copy) = (Math.Min(ranked.IndexOf(A), ranked.IndexOf(Copy)), Math.Max(ranked.IndexOf(A), ranked.IndexOf(Copy)));
        first.ShouldBeLessThan(2);
        ranked.IndexOf(B).ShouldBeLessThan(copy);
    }

    [Fact]
    public void The_ranking_follows_the_rule_of_its_code()
    {
        // Relevances 3, 2.9 and 1; the second is all but the first: its ratio is 2.9 / 1, that of the third 1 / 0.5^4.1.
        var ranked = RelevanceRedundancy.Of(
            [A, B, Noise], n => n == A ? 3 : n == B ? 2.9 : 1, (n, o) => n == B && o == A ? 1 : 0.5);
        ranked.ShouldBe([A, Noise, B]);
    }

    private static IEnumerable<PropertyColumn> Columns()
    {
        var random = new Random(11);
        double[] a = [.. Enumerable.Range(0, Materials).Select(_ => Normal(random))];
        double[] b = [.. a.Select(_ => Normal(random))];
        yield return Column(T, a.Zip(b, (x, y) => x + y));
        yield return Column(A, a);
        yield return Column(B, b);
        yield return Column(Copy, a.Select(x => x + 0.01 * Normal(random)));
        yield return Column(Noise, a.Select(_ => Normal(random)));
        var median = a.Order().ElementAt(Materials / 2);
        yield return new(
            new(Half, "", PropertyKind.Classes, ["low", "high"], [], ""), [.. a.Select(x => x < median ? 0.0 : 1)]);
    }

    private static PropertyColumn Column(PropertyName name, IEnumerable<double> values) =>
        new(new(name, "", PropertyKind.Number, [], [], ""), [.. values]);

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
