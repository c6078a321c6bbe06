using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Tomography.Phantom.Tests.Phantom;

public sealed class LeastErrorsOfKnownSums
{
    private const int Count = 20_000;

    // Uniform numbers u in [0, 1) have a mean absolute distance from their median of 1/4.
    private readonly ImmutableArray<double> _u = Uniform(1), _v = Uniform(2);

    private readonly ImmutableArray<int> _one = [.. new int[Count]];

    [Fact]
    public void Without_knowledge_it_is_the_distance_from_the_median() => LeastError.Of(_u, _one).ShouldBe(0.25, 0.005);

    [Fact]
    public void A_feature_that_is_the_number_leaves_nothing() => LeastError.Of(_u, _one, _u).ShouldBeLessThan(0.001);

    [Fact]
    public void A_feature_that_is_one_of_two_terms_leaves_the_other() =>
        LeastError.Of([.. _u.Zip(_v, (u, v) => u + v)], _one, _u).ShouldBe(0.25, 0.01);

    [Fact]
    public void A_feature_of_another_thing_takes_nothing_off() => LeastError.Of(_u, _one, _v).ShouldBeInRange(0.25, 0.26);

    [Fact]
    public void Groups_take_off_what_they_know()
    {
        ImmutableArray<int> halves = [.. _u.Select(u => u < 0.5 ? 0 : 1)];
        LeastError.Of(_u, halves).ShouldBe(0.125, 0.003);
        LeastError.Of(_u, halves, _v).ShouldBeInRange(0.125, 0.131);
    }

    private static ImmutableArray<double> Uniform(ulong seed)
    {
        var random = new PhantomRandom(seed, 0, 0);
        return [.. Enumerable.Range(0, Count).Select(_ => random.Unit())];
    }
}
