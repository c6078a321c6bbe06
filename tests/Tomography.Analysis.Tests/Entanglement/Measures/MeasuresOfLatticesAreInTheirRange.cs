using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class MeasuresOfLatticesAreInTheirRange
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a b c")]
    public void A_lattice_without_edges_has_every_measure_as_a_number_or_none(string nodes)
    {
        var measures = LatticeMeasures.Of(Only(nodes));

        foreach (var measure in Enum.GetValues<LatticeMeasure>()) double.IsFinite(measures[measure] ?? 0).ShouldBeTrue(measure.ToString());
        RegimeRules.Assess(measures).ShouldBeNull();
    }

    [Fact]
    public void Every_measure_of_every_lattice_is_finite_and_in_its_range() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var lattice = RandomLattice(new(seed));
                    var measures = LatticeMeasures.Of(
                        lattice,
                        [RandomLattice(new(seed)), RandomLattice(new(seed ^ 5))],
                        new() { Permutations = 5 }
                    );
                    LatticeMeasure[] unbounded =
                    [
                        LatticeMeasure.ModularityZScore,
                        LatticeMeasure.Communities,
                        LatticeMeasure.MeanShortestPath,
                        LatticeMeasure.SignFlips,
                    ];
                    foreach (var measure in Enum.GetValues<LatticeMeasure>())
                    {
                        var value = measures[measure] ?? 0;
                        double.IsFinite(value).ShouldBeTrue(measure.ToString());
                        if (!unbounded.Contains(measure))
                            value.ShouldBeInRange(0, 1, measure.ToString());
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Intervals_hold_the_value_and_are_the_same_every_time()
    {
        var lattice = Full("a b c", Of("a", "b", -0.3, -0.2, -0.1), Of("b", "c", -0.2, -0.25, -0.3), Of("c", "a", -0.05, 0.01, -0.02));

        var first = Estimates(lattice, 3);

        first.Length.ShouldBe(Enum.GetValues<LatticeMeasure>().Length);
        first.ShouldBe(Estimates(lattice, 3));
        var density = first.Single(estimate => estimate.Measure == LatticeMeasure.WeightedDensity);
        density.Lower!.Value.ShouldBeLessThan(density.Value!.Value);
        density.Upper!.Value.ShouldBeGreaterThan(density.Value.Value);
        first
            .Single(estimate => estimate.Measure == LatticeMeasure.DriftChange)
            .ShouldBe(new MeasureEstimate(LatticeMeasure.DriftChange, null, null, null));
    }

    [Fact]
    public void Edges_with_equal_seeds_draw_equal_ones_whatever_further_seeds_others_have()
    {
        SeedChange[] three = [new(1, -0.1), new(2, -0.2), new(3, -0.3)], five = [.. three, new(7, -0.7), new(8, -0.8)];

        var (alone, beside, more) = (Drawn(0, three), Drawn(2, three), Drawn(4, five));

        beside.ShouldBe(alone);
        Drawn(2, five).ShouldBe(more);
        alone.ShouldAllBe(draw => draw.Length == 3);
        more.ShouldAllBe(draw => draw.Length == 5);
        // 50 draws of five miss one of five seeds altogether with a probability of 5 (4/5)^250, below 1e-23.
        more.SelectMany(draw => draw).Distinct().Order().ShouldBe([-0.8, -0.7, -0.3, -0.2, -0.1]);
        alone.Select(draw => string.Join(' ', draw)).Distinct().Count().ShouldBeGreaterThan(20, "of 27 possible ones");

        static double[][] Drawn(int further, SeedChange[] seeds)
        {
            var lattice = Full("a b");
            var draws = new List<double[]>();
            SeedBootstrap.Of(
                LatticeMeasures.Of(lattice),
                3,
                further,
                draw =>
                {
                    var drawn = draw.Of([.. seeds]);
                    drawn
                        .Select(seed => seed.Seed)
                        .ShouldBe(seeds.Select(seed => seed.Seed), "a seed that is drawn twice must not become one in the union");
                    draws.Add([.. drawn.Select(seed => seed.Change)]);
                    return lattice;
                },
                [],
                new() { Resamples = 50, Permutations = 0 }
            );
            return [.. draws];
        }
    }

    [Fact]
    public void One_seed_gives_no_interval() =>
        Estimates(Full("a b", Of("a", "b", -0.3)), 1).ShouldAllBe(estimate => estimate.Lower == null && estimate.Upper == null);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    [InlineData(0.25, 1.75)]
    public void A_percentile_is_linear_between_the_sorted_values(double share, double expected) =>
        SeedBootstrap.Percentile([1, 2, 3, 4], share).ShouldBe(expected, 1e-12);

    // Draws the seeds of the edges of a lattice, as the analysis does with those of a table.
    private static MeasureEstimate[] Estimates(EntanglementLattice lattice, int seeds) =>
        [
            .. SeedBootstrap.Of(
                LatticeMeasures.Of(lattice),
                seeds,
                0,
                draw => Full("a b c", [.. lattice.Edges.Where(edge => edge.Change != 0).Select(edge => Drawn(edge, draw))]),
                [],
                new() { Resamples = 50, Permutations = 10 }
            ),
        ];

    private static Edge Drawn(Edge edge, SeedDraw draw) =>
        Of(edge.Feature.Value, edge.Target.Value, [.. draw.Of(edge.Seeds).Select(seed => seed.Change)]);

    private static EntanglementLattice RandomLattice(Random random)
    {
        string[] nodes = [.. Enumerable.Range(0, random.Next(1, 7)).Select(place => $"p{place}")];
        var edges =
            from feature in nodes
            from target in nodes
            where feature != target && random.NextDouble() < 0.8
            select Of(feature, target, Math.Max(-1, random.NextDouble() * 2 - 1.5), Math.Max(-1, random.NextDouble() * 2 - 1.5));
        return Only(string.Join(' ', nodes), [.. edges]);
    }
}
