using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class LatticeMeasuresTests
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
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var lattice = RandomLattice(new(seed));
            var measures = LatticeMeasures.Of(lattice, [RandomLattice(new(seed)), RandomLattice(new(seed ^ 5))], new() { Permutations = 5 });
            LatticeMeasure[] unbounded = [LatticeMeasure.ModularityZScore, LatticeMeasure.Communities, LatticeMeasure.MeanShortestPath, LatticeMeasure.SignFlips];
            foreach (var measure in Enum.GetValues<LatticeMeasure>())
            {
                var value = measures[measure] ?? 0;
                double.IsFinite(value).ShouldBeTrue(measure.ToString());
                if (!unbounded.Contains(measure)) value.ShouldBeInRange(0, 1, measure.ToString());
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Intervals_hold_the_value_and_are_the_same_every_time()
    {
        var lattice = Full("a b c", Of("a", "b", -0.3, -0.2, -0.1), Of("b", "c", -0.2, -0.25, -0.3), Of("c", "a", -0.05, 0.01, -0.02));

        var first = Estimates(lattice, [1, 2, 3]);

        first.Length.ShouldBe(Enum.GetValues<LatticeMeasure>().Length);
        first.ShouldBe(Estimates(lattice, [1, 2, 3]));
        var density = first.Single(estimate => estimate.Measure == LatticeMeasure.WeightedDensity);
        density.Lower!.Value.ShouldBeLessThan(density.Value!.Value);
        density.Upper!.Value.ShouldBeGreaterThan(density.Value.Value);
        first.Single(estimate => estimate.Measure == LatticeMeasure.DriftChange).ShouldBe(new MeasureEstimate(LatticeMeasure.DriftChange, null, null, null));
    }

    [Fact]
    public void One_seed_gives_no_interval() =>
        Estimates(Full("a b", Of("a", "b", -0.3)), [1]).ShouldAllBe(estimate => estimate.Lower == null && estimate.Upper == null);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    [InlineData(0.25, 1.75)]
    public void A_percentile_is_linear_between_the_sorted_values(double share, double expected) =>
        SeedBootstrap.Percentile([1, 2, 3, 4], share).ShouldBe(expected, 1e-12);

    // Draws the seeds of the edges of a lattice, as the analysis does with those of a table.
    private static MeasureEstimate[] Estimates(EntanglementLattice lattice, int[] seeds) =>
        [.. SeedBootstrap.Of(LatticeMeasures.Of(lattice), seeds, draw => Full("a b c", [.. lattice.Edges.Where(edge => edge.Change != 0).Select(edge => Drawn(edge, draw))]), [], new() { Resamples = 50, Permutations = 10 })];

    private static Edge Drawn(Edge edge, IReadOnlyList<int> draw) =>
        Of(edge.Feature.Value, edge.Target.Value, [.. draw.Select(drawn => edge.Seeds.Single(seed => seed.Seed == drawn).Change)]);

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
