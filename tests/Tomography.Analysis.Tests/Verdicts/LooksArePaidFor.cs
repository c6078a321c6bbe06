using Shouldly;
using Tomography.Datasets;
using Xunit;
using Xunit.Abstractions;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class LooksArePaidFor(ITestOutputHelper output)
{
    private static StudyResults Results { get; } = Study([S], [Volume], [Density], [1, 2, 3]) with
    {
        Rounds = new Dictionary<ModelSpec, int> { [Of(4)] = 1, [Of(5)] = 1, [Of(6)] = 2 },
    };

    [Fact]
    public void A_study_as_planned_is_looked_at_once() => LookCorrection.Looks(Results, [Of(1), Of(2), Of(3)]).ShouldBe(1);

    [Fact]
    public void Each_round_that_gave_seeds_is_one_more_look_and_seeds_of_one_round_are_one()
    {
        LookCorrection.Looks(Results, [Of(1), Of(4), Of(5)]).ShouldBe(2);
        LookCorrection.Looks(Results, [Of(1), Of(4), Of(5), Of(6)]).ShouldBe(3);
    }

    [Fact]
    public void A_further_seed_whose_round_is_not_known_is_a_look_of_its_own() =>
        LookCorrection.Looks(Results, [Of(1), Of(4), Of(17), Of(18)]).ShouldBe(4);

    [Fact]
    public void One_look_costs_nothing_and_no_chance_is_above_1()
    {
        LookCorrection.Of(0.03, 1).ShouldBe(0.03);
        LookCorrection.Of(0.01, 2).ShouldBe(0.04, 1e-15);
        LookCorrection.Of(0.5, 3).ShouldBe(1);
    }

    // Edges of which nothing is true: after 5 seeds, and after each of three rounds of two more as long as they are not claimed. A third of
    // the variance of a seed is common to all seeds, as in studies whose seeds split the same materials.
    [Fact]
    public void Three_rounds_that_stop_where_an_edge_is_claimed_add_next_to_nothing_to_the_false_claims()
    {
        const int edges = 40_000;
        var random = new SplitMixRandom(13);
        var (first, corrected, uncorrected) = (0, 0, 0);
        for (var edge = 0; edge < edges; edge++)
        {
            var (common, sum, seeds) = (Math.Sqrt(1.0 / 3) * Normal(ref random), 0.0, 0);
            var (isFirst, isCorrected, isUncorrected) = (false, false, false);
            for (var look = 1; look <= 4; look++)
            {
                for (var more = look == 1 ? 5 : 2; more > 0; more--, seeds++) sum += Normal(ref random);
                var p = 2 * MathNet.Numerics.Distributions.Normal.CDF(
                    0, 1, -Math.Abs(common + sum / seeds) / Math.Sqrt(1.0 / 3 + 1.0 / seeds));
                isFirst |= look == 1 && p <= 0.05;
                isCorrected |= LookCorrection.Of(p, look) <= 0.05;
                isUncorrected |= p <= 0.05;
            }

            if (isFirst) first++;
            if (isCorrected) corrected++;
            if (isUncorrected) uncorrected++;
        }

        output.WriteLine(
            $"of {edges} edges without effect claimed: {first} at first sight, {corrected} after three rounds, {uncorrected} uncorrected");
        (uncorrected / (double)edges).ShouldBeGreaterThan(0.075);
        (corrected / (double)edges).ShouldBeLessThan(0.0545);
        ((corrected - first) / (double)edges).ShouldBeLessThan(0.002);
    }

    private static ModelSpec Of(int seed) => Model(S, Volume, Density, seed);

    private static double Normal(ref SplitMixRandom random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.Unit())) * Math.Cos(2 * Math.PI * random.Unit());
}
