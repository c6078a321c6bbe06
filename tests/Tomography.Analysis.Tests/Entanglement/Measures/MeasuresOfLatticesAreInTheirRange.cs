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
    public void A_lattice_without_edges_has_no_measure_and_no_regime(string nodes)
    {
        var measures = LatticeMeasures.Of(Only(nodes));

        foreach (var measure in Enum.GetValues<LatticeMeasure>()) measures[measure].ShouldBeNull(measure.ToString());
        RegimeRules.Assess(measures).ShouldBeNull();
    }

    [Fact]
    public void Every_measure_of_every_lattice_is_finite_and_in_its_range() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var lattice = RandomLattice(new(seed), 8);
                    var measures = LatticeMeasures.Of(
                        lattice,
                        [RandomLattice(new(seed), 8), RandomLattice(new(seed ^ 5), 8)],
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
    public void A_measure_that_would_stand_on_too_little_has_no_value_and_says_what_is_missing()
    {
        Edge[] edges = [Real("a", "b", 0.3), Real("b", "c", 0.2), Real("c", "a", 0.4), Real("d", "a", 0.2)];
        var few = LatticeMeasures.Of(Full("a b c d", edges));
        var enough = LatticeMeasures.Of(Full("a b c d", [.. edges, Real("a", "d", 0.1)]));

        few[LatticeMeasure.Dominance].ShouldBeNull();
        few.Lacks(LatticeMeasure.Dominance).ShouldBe(new Shortfall(Evidence.RealEdges, 4, 5));
        few.Modules.ShouldBeEmpty("communities need as much");
        enough[LatticeMeasure.Dominance].ShouldNotBeNull();
        enough.Behind(LatticeMeasure.Dominance).ShouldBe((5, 4));
        few[LatticeMeasure.Density].ShouldBe(4.0 / 12, "shares stand on the judged edges");
        few.Behind(LatticeMeasure.Density).ShouldBe((12, 6));
        LatticeMeasures.Of(Only("a b c d", edges)).Lacks(LatticeMeasure.Density).ShouldBe(new Shortfall(Evidence.JudgedEdges, 4, 5));
    }

    [Fact]
    public void Asymmetry_needs_pairs_judged_both_ways_and_of_them_some_that_a_real_edge_joins()
    {
        LatticeMeasures.Of(Full("a b c", Real("a", "b", 0.3), Real("b", "c", 0.2), Real("a", "c", 0.2)))
            .Lacks(LatticeMeasure.Asymmetry).ShouldBe(new Shortfall(Evidence.TwoWayPairs, 3, 5));
        LatticeMeasures.Of(Full("a b c d", Real("a", "b", 0.3), Real("b", "c", 0.2)))
            .Lacks(LatticeMeasure.Asymmetry).ShouldBe(new Shortfall(Evidence.RealTwoWayPairs, 2, 3));
        LatticeMeasures.Of(Full("a b c d", Real("a", "b", 0.3), Real("b", "c", 0.2), Real("c", "d", 0.2)))[LatticeMeasure.Asymmetry]
            .ShouldNotBeNull();
    }

    [Fact]
    public void Drift_needs_edges_that_are_judged_in_both_runs()
    {
        var now = Full("a b c", Real("a", "b", 0.3));
        LatticeMeasures.Of(now, [Only("a b c", Real("a", "b", 0.1), Real("b", "c", 0.1))])
            .Lacks(LatticeMeasure.DriftChange).ShouldBe(new Shortfall(Evidence.CommonEdges, 2, 5));
        LatticeMeasures.Of(now, [Full("a b c", Real("a", "b", 0.1))])[LatticeMeasure.DriftChange].ShouldNotBeNull();
        LatticeMeasures.Of(now).Lacks(LatticeMeasure.DriftChange).ShouldBeNull("there is no earlier run, which is told otherwise");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    [InlineData(0.25, 1.75)]
    public void A_percentile_is_linear_between_the_sorted_values(double share, double expected) =>
        Percentile.Of([1, 2, 3, 4], share).ShouldBe(expected, 1e-12);

    private static EntanglementLattice RandomLattice(Random random, int most)
    {
        string[] nodes = [.. Enumerable.Range(0, random.Next(1, most)).Select(place => $"p{place}")];
        var edges =
            from feature in nodes
            from target in nodes
            where feature != target && random.NextDouble() < 0.8
            select Of(feature, target, Math.Max(-1, random.NextDouble() * 2 - 1.5), Math.Max(-1, random.NextDouble() * 2 - 1.5));
        return Only(string.Join(' ', nodes), [.. edges]);
    }
}
