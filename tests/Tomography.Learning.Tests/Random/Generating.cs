using Shouldly;
using Xunit;

namespace Tomography.Learning.Tests;

public class Generating
{
    [Fact]
    public void Each_purpose_and_label_has_a_stream_of_its_own()
    {
        var streams = new[]
        {
            First(1, GeneratorPurpose.Split), First(1, GeneratorPurpose.Shuffle), First(2, GeneratorPurpose.Split),
            First(1, GeneratorPurpose.Weights, "a"), First(1, GeneratorPurpose.Weights, "b"), First(1, GeneratorPurpose.Weights),
        };
        streams.Distinct().Count().ShouldBe(streams.Length);
        First(1, GeneratorPurpose.Split).ShouldBe(streams[0]);
    }

    [Fact]
    public void Numbers_below_a_bound_are_equally_likely()
    {
        var generator = new Generator(4, GeneratorPurpose.Shuffle);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++) counts[generator.NextBelow(7)]++;
        // Each count has a standard deviation of 93; five of those are allowed.
        foreach (var count in counts) count.ShouldBeInRange(9_535, 10_465);
    }

    [Fact]
    public void A_shuffle_is_a_permutation()
    {
        var items = Enumerable.Range(0, 100).ToArray();
        new Generator(1, GeneratorPurpose.Shuffle).Shuffle(items);
        items.ShouldNotBe(Enumerable.Range(0, 100));
        items.Order().ShouldBe(Enumerable.Range(0, 100));
    }

    private static ulong First(long seed, GeneratorPurpose purpose, string label = "") => new Generator(seed, purpose, label).NextBits();
}
