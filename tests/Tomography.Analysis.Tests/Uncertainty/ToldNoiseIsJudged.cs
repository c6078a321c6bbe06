using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What models say of the noise of each crystal, judged where the true noise is known.</summary>
public class ToldNoiseIsJudged
{
    [Fact]
    public void Noise_that_is_told_right_describes_errors_better_than_one_for_all_and_narrows_intervals()
    {
        var found = Of(told: noise => noise);
        var told = found.Told.ShouldNotBeNull();
        told.Area.ShouldBeLessThan(0.01);
        told.Ence!.Value.ShouldBeLessThan(0.1);
        told.Crps.ShouldBeLessThan(0.9 * found.Crps);
        // Of a normal error of deviation s the expected score is s / sqrt(pi).
        told.Crps.ShouldBe(told.Crystals.Average(c => c.Noise!.Value) / Math.Sqrt(Math.PI), 0.06);
        told.Asked!.Coverage.ShouldBe(0.9, 0.02);
        told.Asked.Width.ShouldBeLessThan(0.9 * found.Asked!.Width);
        told.Rank!.Rho.ShouldBeGreaterThan(0.4);
        found.NormalArea.ShouldBeGreaterThan(0.02, "one noise for all is too wide for most");
    }

    [Fact]
    public void Noise_that_is_told_three_times_too_small_is_caught_and_intervals_calibrated_by_it_hold_all_the_same()
    {
        var told = Of(told: noise => noise / 3).Told.ShouldNotBeNull();
        told.Area.ShouldBe(Math.Abs(0.5 - 2 / Math.PI * Math.Atan(1 / 3.0)), 0.02);
        told.Ence!.Value.ShouldBe(2, 0.2);
        told.Asked!.Coverage.ShouldBe(0.9, 0.02);
    }

    [Fact]
    public void Where_models_tell_nothing_nothing_is_said_of_it_and_the_rest_does_not_change_by_it()
    {
        var (without, with) = (Of(told: null), Of(told: noise => noise));
        without.Told.ShouldBeNull();
        (with with { Told = null, Curve = without.Curve, Levels = without.Levels, Asked = without.Asked }).Crps.ShouldBe(without.Crps);
        (with.Noise, with.ConformalArea, with.NormalArea, with.Ence).ShouldBe(
            (without.Noise, without.ConformalArea, without.NormalArea, without.Ence));
    }

    [Fact]
    public void Several_models_tell_the_root_of_their_mean_variance()
    {
        Ensemble.Noise([3, 4]).ShouldBe(Math.Sqrt(12.5));
        Ensemble.Noise([]).ShouldBeNull();
    }

    // Models that agree to within little on the truth, of which noise of its own deviation is left: from 0.37 to 7.4.
    private static TargetUncertainty Of(Func<double, double>? told)
    {
        var normal = new Normal(0, 1, new SplitMixSource(11));
        var crystals = Enumerable.Range(0, 3000).Select(i =>
        {
            var (noise, small) = (Math.Exp(0.8 * normal.Sample()), 0.01 * normal.Sample());
            return SimulatedCrystals.Crystal(i, noise * normal.Sample(), small, -small) with { Noise = told?.Invoke(noise) };
        });
        return UncertaintyAnalyzer.Of([SimulatedCrystals.Of("volume", [.. crystals])], new(), []).Targets.ShouldHaveSingleItem();
    }
}
