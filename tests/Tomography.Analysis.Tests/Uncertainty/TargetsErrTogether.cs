using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Errors of several targets, and boxes that hold all of them at once.</summary>
public class TargetsErrTogether
{
    private const int Draws = 50, Count = 300;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.9)]
    public void Boxes_hold_the_level_and_are_smaller_than_those_of_shared_misses_the_more_errors_hang_together(double correlation)
    {
        var found = Enumerable.Range(0, Draws).Select(draw => JointUncertaintyAnalysis.Of(Targets(draw, correlation), 0.9)!).ToArray();
        found.Average(f => f.Box!.Value).ShouldBe(0.9, 0.01);
        // Of independent errors, 1 - (1 - 0.1 / 3)^3 miss.
        found.Average(f => f.Bonferroni!.Value).ShouldBeGreaterThan(correlation > 0 ? 0.92 : 0.895);
        found.Average(f => Math.Log(f.Volume!.Value)).ShouldBe(correlation > 0 ? -0.5 : 0, correlation > 0 ? 0.25 : 0.06);
        // Spearman's rho of normal variables.
        found.Average(f => f.MeanCorrelation!.Value).ShouldBe(correlation > 0 ? 6 / Math.PI * Math.Asin(correlation / 2) : 0.046, 0.01);
        found[0].Correlations.Length.ShouldBe(9);
    }

    [Fact]
    public void One_target_or_no_crystal_in_common_has_nothing_together()
    {
        var targets = Targets(0, 0);
        JointUncertaintyAnalysis.Of([targets[0]], 0.9).ShouldBeNull();
        JointUncertaintyAnalysis.Of(
            [SimulatedCrystals.Of("a", targets[0].Crystals[..100]), SimulatedCrystals.Of("b", targets[1].Crystals[100..])], 0.9)
            .ShouldBeNull();
    }

    [Fact]
    public void The_checklist_tells_both_and_says_what_to_look_at()
    {
        var found = UncertaintyAnalyzer.Of([.. Targets(1, 0.9)], new(), []);
        var joint = UncertaintyItems.Joint(found, Representation.Structure)!;
        (joint.Place, joint.Status).ShouldBe((ChecklistPlace.JointUncertainty, ChecklistStatus.Attention));
        joint.Measured.ShouldContain("times the volume of intervals");
        var gates = UncertaintyItems.Gates(found, Representation.Structure)!;
        (gates.Number, gates.Status).ShouldBe((1, ChecklistStatus.Attention), "without distances nothing is inside the domain");
        UncertaintyItems.Gates(found, Representation.Composition).ShouldBeNull();
        UncertaintyItems.Joint(null, Representation.Structure).ShouldBeNull();
    }

    private static UnseenCrystals[] Targets(int draw, double correlation)
    {
        var normal = new Normal(0, 1, new SplitMixSource(40 + (ulong)draw));
        double[] common = [.. Enumerable.Range(0, Count).Select(_ => normal.Sample())];
        return [.. new[] { "a", "b", "c" }.Select(name => SimulatedCrystals.Of(
            name,
            [
                .. common.Select((shared, i) => SimulatedCrystals.Crystal(
                    i, Math.Sqrt(correlation) * shared + Math.Sqrt(1 - correlation) * normal.Sample(), 0)),
            ]))];
    }
}
