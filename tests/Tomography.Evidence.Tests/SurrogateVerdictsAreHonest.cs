using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Evidence.Tests;

/// <summary>
/// Whole studies of 30 edges with known truth: their intervals, false claims and what they find. <c>TOMOGRAPHY_EVIDENCE</c> is the number
/// of draws; docs/evidence.md has the table of 200.
/// </summary>
public class SurrogateVerdictsAreHonest(ITestOutputHelper output)
{
    private static readonly int s_draws = Evidence.Draws(otherwise: 20);

    public static TheoryData<int, int, bool, double> Designs
    {
        get
        {
            var designs = new TheoryData<int, int, bool, double>();
            int[] sizes = Evidence.IsLong ? [300, 1000, 3000, 10_000] : [300, 1000];
            foreach (var size in sizes)
            {
                foreach (var seeds in Evidence.IsLong ? new[] { 3, 5, 10 } : [3, 5]) designs.Add(size, seeds, false, 0.04);
                designs.Add(size, 5, true, 0.04);
                // Models that are trained to the end scatter less.
                if (size >= 1000) designs.Add(size, 5, true, 0.01);
            }

            return designs;
        }
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void Intervals_hold_the_truth_and_claims_are_true(int materials, int seeds, bool rotates, double scatter)
    {
        var tally = Tally(new(materials, seeds) { Rotates = rotates, TrainingScatter = scatter });
        output.WriteLine(
            $"| {materials} | {seeds}{(rotates ? ", rotating" : "")} | {EdgeTally.Percent(scatter)} | "
                + $"{EdgeTally.Percent(tally.Coverage(0, 0))} | "
                + $"{EdgeTally.Percent(tally.Coverage(-0.05, -0.05))} | {EdgeTally.Percent(tally.Coverage(-0.4, -0.2))} | "
                + $"{EdgeTally.Percent(tally.MedianReach)} | {EdgeTally.Percent(tally.FalseDiscoveries)} | "
                + $"{EdgeTally.Percent(tally.Found(-0.4, -0.2))} | {EdgeTally.Percent(tally.Found(-0.05, -0.05))} | "
                + $"{EdgeTally.Percent(tally.Nothing(0, 0))} |");
        // Draws scatter: 200 of them by one percent, 20 by three and more, because the edges of one draw share their baseline.
        var slack = Evidence.IsLong ? 0.01 : 0.08;
        tally.Coverage(0, 0).ShouldBeGreaterThan(0.93 - slack);
        tally.Coverage(-0.05, -0.05).ShouldBeGreaterThan(0.93 - slack);
        tally.Coverage(-0.4, -0.2).ShouldBeGreaterThan(0.93 - slack);
        tally.FalseDiscoveries.ShouldBeLessThan(0.05 + slack);
        if (seeds >= 5 && materials >= 1000) tally.Found(-0.4, -0.2).ShouldBeGreaterThan(0.8);
    }

    /// <summary>Materials, equally frequent formulas, or none and the share of the most frequent one.</summary>
    public static TheoryData<int, int, double> FewFormulas => Evidence.IsLong
        ? new()
        {
            { 300, 3, 0 }, { 300, 5, 0 }, { 300, 10, 0 }, { 1000, 5, 0 }, { 1000, 10, 0 },
            { 1000, 0, 0.2 }, { 1000, 0, 0.3 }, { 1000, 0, 0.4 }, { 1000, 0, 0.8 },
        }
        : new() { { 300, 3, 0 }, { 300, 5, 0 }, { 1000, 0, 0.3 }, { 1000, 0, 0.8 } };

    [Theory]
    [MemberData(nameof(FewFormulas))]
    public void So_are_those_of_few_formulas_and_of_fewer_there_are_none(int materials, int formulas, double frequent)
    {
        var equal = new SurrogateDesign(materials, 5) { Rotates = true };
        var tally = Tally(formulas > 0 ? equal with { PerFormula = materials / formulas } : equal with { Frequent = frequent });
        output.WriteLine(
            $"| {materials} | {(formulas > 0 ? $"{formulas}" : $"frequent {EdgeTally.Percent(frequent)}")} | "
                + $"{EdgeTally.Percent(tally.Coverage(0, 0))} | {EdgeTally.Percent(tally.Coverage(-0.05, -0.05))} | "
                + $"{EdgeTally.Percent(tally.Coverage(-0.4, -0.2))} | {EdgeTally.Percent(tally.MedianReach)} | "
                + $"{EdgeTally.Percent(tally.FalseDiscoveries)} | {EdgeTally.Percent(tally.Found(-0.4, -0.2))} | "
                + $"{EdgeTally.Percent(tally.Untrusted)} |");
        if (formulas == 3 || frequent > 0.5)
        {
            tally.Untrusted.ShouldBe(1);
            return;
        }

        var slack = Evidence.IsLong ? 0.01 : 0.08;
        tally.Coverage(0, 0).ShouldBeGreaterThan(0.93 - slack);
        tally.Coverage(-0.05, -0.05).ShouldBeGreaterThan(0.93 - slack);
        tally.Coverage(-0.4, -0.2).ShouldBeGreaterThan(0.93 - slack);
        tally.FalseDiscoveries.ShouldBeLessThan(0.05 + slack);
    }

    private static EdgeTally Tally(SurrogateDesign design)
    {
        var tally = new EdgeTally();
        var draws = Enumerable.Range(0, s_draws).AsParallel().AsOrdered().Select(draw =>
        {
            var study = new SurrogateStudy(design, 1000 + draw);
            return study.Verdicts().Select(v => (study.TruthOf(v.Feature), v)).ToArray();
        });
        foreach (var edges in draws) tally.Add(edges);
        return tally;
    }
}
