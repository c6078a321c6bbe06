using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Measures of calibration against closed forms.</summary>
public class CalibrationIsMeasured
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.5)]
    public void The_area_of_errors_that_are_c_times_too_large_is_that_of_its_formula(double c)
    {
        // Models that spread by 1, and errors at the quantiles of a normal distribution of deviation c.
        const int count = 2000;
        var crystals = Enumerable.Range(0, count).Select(i => SimulatedCrystals.Crystal(
            i, c * Normal.InvCDF(0, 1, (i + 0.5) / count), -Math.Sqrt(0.5), Math.Sqrt(0.5))).ToArray();
        var judged = CrossCalibration.Of(crystals, usesSpread: true);
        var curve = CalibrationCurve.Of(judged);
        // Over uniform levels, the share held is P(c |Z1| <= |Z2|).
        var expected = Math.Abs(0.5 - 2 / Math.PI * Math.Atan(1 / c));
        CalibrationCurve.Area(curve.Select(p => (p.Level, p.SpreadAlone))).ShouldBe(expected, 2e-3);
        CalibrationCurve.Area(curve.Select(p => (p.Level, p.Conformal))).ShouldBeLessThan(0.02, "conformal intervals follow the errors");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(0.4)]
    public void Errors_that_are_c_times_as_large_as_expected_are_off_by_c_less_one(double c) =>
        ExpectedCalibration.Of([.. Enumerable.Range(1, 200).Select(i => ((double)i, c * i))])!.Value.ShouldBe(Math.Abs(c - 1), 1e-12);

    [Fact]
    public void Where_all_are_expected_to_err_alike_there_is_nothing_to_compare()
    {
        ExpectedCalibration.Of([.. Enumerable.Range(1, 200).Select(i => (1.0, (double)i))]).ShouldBeNull();
        ExpectedCalibration.Of([(1, 1), (2, 2)]).ShouldBeNull("two bins of ten take twenty");
    }

    [Fact]
    public void Noise_and_spread_make_up_the_errors()
    {
        var unseen = SimulatedCrystals.HeldOut(20_000, 8, 3);
        var noise = ErrorModel.Of(unseen.Crystals, usesSpread: true).Noise;
        // Each error is the noise, of variance 1, and the error of the mean of eight; the expected square of the scatter is e^(1/2).
        noise.ShouldBe(Math.Sqrt(Math.Max(1 + Math.Exp(0.5) / 8 - Math.Exp(0.5), 0.01 * (1 + Math.Exp(0.5) / 8))), 0.03);
        ErrorModel.Of([SimulatedCrystals.Crystal(0, 1, 1, 1)], usesSpread: true).Sigma(0).ShouldBeGreaterThan(0, "never certain");
    }

    [Fact]
    public void Leaving_out_what_spreads_most_lowers_the_error_and_knowing_the_errors_lowers_it_most()
    {
        var curve = RejectionCurve.Of(SimulatedCrystals.HeldOut(2000, 5, 9).Crystals);
        (curve[0].Kept, curve.Length).ShouldBe((1, 20));
        curve[0].BySpread!.Value.ShouldBe(curve[0].Best, 1e-9);
        curve.ShouldAllBe(p => p.Best <= p.BySpread + 1e-9 && p.Best <= p.ByDistance + 1e-9);
        curve[10].BySpread!.Value.ShouldBeLessThan(0.97 * curve[0].Best);
    }

    [Fact]
    public void Spread_and_error_go_together_where_they_do()
    {
        var said = Enumerable.Range(0, 100).Select(i => (double)i).ToArray();
        RankAgreement.Of([.. said.Select(s => (s, s * s))])!.Rho.ShouldBe(1, 1e-12);
        RankAgreement.Of([.. said.Select(s => (s, -s))])!.Rho.ShouldBe(-1, 1e-12);
        RankAgreement.Of([.. said.Take(20).Select(s => (s, s))]).ShouldBeNull("too few to tell");
        RankAgreement.Of([.. said.Select(s => (1.0, s))]).ShouldBeNull("no order");
    }

    [Fact]
    public void Crystals_of_one_formula_are_in_one_half()
    {
        var (first, second) = CrossCalibration.Halves(SimulatedCrystals.HeldOut(100, 2, 1, perFormula: 4).Crystals);
        first.Select(c => c.Formula).Intersect(second.Select(c => c.Formula)).ShouldBeEmpty();
        (first.Length, second.Length).ShouldBe((52, 48));
    }

    [Fact]
    public void A_level_that_there_are_too_few_crystals_for_is_left_out()
    {
        var found = UncertaintyAnalyzer.Of([SimulatedCrystals.HeldOut(20, 3, 4)], new(), []).Targets.ShouldHaveSingleItem();
        found.Levels.Select(l => l.Level).ShouldBe([0.5, 0.8, 0.9], "ten of each half reach 10/11");
        found.Curve.Count(p => p.Conformal is null).ShouldBe(9);
        UncertaintyAnalyzer.Of([SimulatedCrystals.HeldOut(1, 3, 4)], new(), []).Targets.ShouldBeEmpty();
    }

    [Fact]
    public void Groups_are_told_by_themselves()
    {
        var groups = UncertaintyAnalyzer.Of([SimulatedCrystals.HeldOut(300, 3, 4)], new(), []).Targets[0].Groups;
        groups.Select(g => g.Name).ShouldBe([.. DistanceBands.Names, "cubic", "hexagonal"]);
        groups.Take(3).Select(g => g.Crystals).ShouldBe([100, 100, 100]);
        groups.Select(g => g.ForAll!.Coverage).ShouldAllBe(c => c > 0.75);
    }
}
