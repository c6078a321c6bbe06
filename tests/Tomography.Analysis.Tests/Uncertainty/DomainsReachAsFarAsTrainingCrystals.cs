using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Distances in latent space and the domain that they make.</summary>
public class DomainsReachAsFarAsTrainingCrystals
{
    [Fact]
    public void A_distance_is_the_mean_to_the_nearest_different_crystals_in_standard_deviations()
    {
        // 0, 1, ..., 10, with a copy of each: deviation sqrt(10).
        float[] vectors = [.. Enumerable.Range(0, 22).Select(i => (float)(i / 2))];
        var domain = LatentDomain.Of(vectors, 1, new() { Neighbours = 2, Domain = 0.5 })!;
        domain.Count.ShouldBe(11, "copies count once");
        // An inner crystal has neighbours at 1 and 1, that at an end at 1 and 2.
        domain.Threshold.ShouldBe(1 / Math.Sqrt(10), 1e-6);
        domain.Distances([5, 5.5f, 12, -3]).Zip([0.5, 0.5, 2.5, 3.5]).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-5);
    }

    [Fact]
    public void The_stated_share_of_training_crystals_lies_inside_and_of_like_ones_about_as_many()
    {
        float[] train = Draw(1000, 10, 1, 0), like = Draw(1000, 10, 2, 0), other = Draw(200, 10, 3, 4);
        var domain = LatentDomain.Of(train, 10, new() { Domain = 0.9 })!;
        Inside(domain, like).ShouldBe(0.9, 0.03);
        Inside(domain, other).ShouldBe(0);
    }

    [Fact]
    public void A_scale_of_a_dimension_makes_no_difference_and_one_that_does_not_vary_none_either()
    {
        float[] plain = Draw(100, 3, 1, 0), query = Draw(20, 3, 2, 0);
        var usual = LatentDomain.Of(plain, 3, new())!.Distances(query);
        float[] Scaled(float[] vectors) => [.. vectors.Select((v, i) => i % 3 == 0 ? 1000 * v : v)];
        float[] Padded(float[] vectors) => [.. vectors.Chunk(3).SelectMany(row => row.Append(7f))];
        LatentDomain.Of(Scaled(plain), 3, new())!.Distances(Scaled(query)).Zip(usual).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-4);
        LatentDomain.Of(Padded(plain), 4, new())!.Distances(Padded(query)).Zip(usual).ShouldAllBe(p => Math.Abs(p.First - p.Second) < 1e-6);
    }

    [Fact]
    public void Too_few_different_crystals_make_no_domain()
    {
        LatentDomain.Of([1, 1, 1, 2, 2, 3, 4], 1, new() { Neighbours = 4 }).ShouldBeNull();
        LatentDomain.Of([], 3, new()).ShouldBeNull();
    }

    [Fact]
    public void Errors_are_told_inside_and_outside()
    {
        var found = DomainErrors.Of([.. Enumerable.Range(0, 40).Select(i =>
            SimulatedCrystals.Crystal(i, 0, i < 30 ? 1 : 3) with { Distance = i < 30 ? 0.5 : 2 })])!;
        (found.Inside, found.Outside, found.Ratio).ShouldBe((new(30, 1, 0), new(10, 3, 0), 3));
        DomainErrors.Of([SimulatedCrystals.Crystal(0, 0, 1)]).ShouldBeNull("its distance is not known");
        DomainErrors.Of([SimulatedCrystals.Crystal(0, 0, 1) with { Distance = 1 }])!.Outside.ShouldBe(new(0, null, null));
    }

    private static double Inside(LatentDomain domain, float[] vectors) => domain.Distances(vectors).Average(d => d <= 1 ? 1.0 : 0);

    private static float[] Draw(int count, int dimensions, ulong seed, double shift)
    {
        var normal = new MathNet.Numerics.Distributions.Normal(shift, 1, new SplitMixSource(seed));
        return [.. Enumerable.Range(0, count * dimensions).Select(_ => (float)normal.Sample())];
    }
}
