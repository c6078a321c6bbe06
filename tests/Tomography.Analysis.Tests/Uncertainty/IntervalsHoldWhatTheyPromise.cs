using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using Shouldly;
using Tomography.Crystals;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Coverage by simulation, and quantiles by their definition.</summary>
public class IntervalsHoldWhatTheyPromise
{
    private const int Draws = 50;

    [Theory]
    [InlineData(9, 0.9, 9)]
    [InlineData(19, 0.9, 18)]
    [InlineData(99, 0.95, 95)]
    [InlineData(3, 0.5, 2)]
    public void The_quantile_is_the_score_of_its_place(int count, double level, int place) =>
        ConformalQuantile.Of([.. Enumerable.Range(1, count).Select(i => (double)i)], level).ShouldBe(place);

    [Fact]
    public void Too_few_scores_have_no_quantile()
    {
        ConformalQuantile.Of([.. Enumerable.Range(1, 8).Select(i => (double)i)], 0.9).ShouldBeNull();
        (ConformalQuantile.Needed(0.9), ConformalQuantile.Needed(0.95), ConformalQuantile.Needed(0.5)).ShouldBe((9, 19, 1));
        new UncertaintySettings { Level = 0.95 }.Fewest.ShouldBe(38);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.9)]
    [InlineData(0.95)]
    public void Over_fifty_random_splits_held_out_crystals_are_held_within_a_point_of_the_level(double level)
    {
        var found = Enumerable.Range(0, Draws).Select(draw => LevelCoverage.Of(
            CrossCalibration.Of(SimulatedCrystals.HeldOut(400, 5, 100 + (ulong)draw).Crystals, usesSpread: true), level)!.Coverage);
        found.Average().ShouldBe(level, 0.01);
    }

    [Fact]
    public void Intervals_of_new_crystals_hold_them_within_a_point_of_the_level()
    {
        var coverage = Enumerable.Range(0, Draws).Select(draw =>
        {
            var intervals = new PredictionIntervals(SimulatedCrystals.HeldOut(200, 5, 500 + (ulong)draw), new());
            return SimulatedCrystals.HeldOut(400, 5, 900 + (ulong)draw).Crystals
                .Average(c => Holds(intervals.Of(c.Predicted, c.Distance), c.True));
        });
        coverage.Average().ShouldBe(0.9, 0.01);
    }

    [Fact]
    public void Far_crystals_are_held_as_often_as_near_ones_where_intervals_are_calibrated_by_distance()
    {
        var (alike, apart) = (FarCoverage(CalibratedWithin.All), FarCoverage(CalibratedWithin.Distance));
        alike.ShouldBeLessThan(0.85, "one quantile for all");
        apart.ShouldBe(0.9, 0.015);
    }

    // Errors grow with the distance, and one model has no spread to tell it.
    private static double FarCoverage(CalibratedWithin within) => Enumerable.Range(0, Draws).Average(draw =>
    {
        var crystals = SimulatedCrystals.HeldOut(900, 1, 2000 + (ulong)draw).Crystals;
        var intervals = new PredictionIntervals(SimulatedCrystals.Of("volume", crystals[..300]), new() { Within = within });
        var far = crystals[300..].Where(c => c.Distance > 1.24).ToArray();
        return far.Average(c => Holds(intervals.Of(c.Predicted, c.Distance), c.True));
    });

    [Fact]
    public void The_quantile_of_sums_is_that_of_the_sums_written_out() => Prop.ForAll(
        Gen.Choose(1, 60).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (count, seed) =>
        {
            var random = new SplitMixRandom((ulong)seed);
            double[] means = [random.Unit(), random.Unit(), -random.Unit()];
            ImmutableArray<TestedTogether> tested =
                [.. means.Select(_ => new TestedTogether([0], [.. Draw(ref random, count).Order()]))];
            double[] sums = [.. tested.SelectMany((t, g) => t.Errors.Select(e => means[g] + e)).Order()];
            for (var place = 1; place <= sums.Length; place += 7) OrderStatistic.Of(tested, means, place).ShouldBe(sums[place - 1]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Intervals_of_rotating_parts_hold_new_crystals_and_are_hardly_wider_than_needed()
    {
        var coverage = Enumerable.Range(0, Draws).Select(draw => Crossed(draw, seeds: 5, rotates: true)).ToArray();
        // At least 1 - 2 alpha by theory, about 1 - alpha in practice.
        coverage.Average().ShouldBe(0.9, 0.015);
    }

    [Fact]
    public void So_do_those_of_random_parts() =>
        Enumerable.Range(0, Draws).Average(draw => Crossed(draw, seeds: 5, rotates: false)).ShouldBe(0.9, 0.02);

    /// <summary>
    /// Lines fitted to some of 150 points of a line with noise; those that each fit did not see calibrate, and 300 others judge.
    /// </summary>
    private static double Crossed(int draw, int seeds, bool rotates)
    {
        const int count = 150;
        var normal = new Normal(0, 1, new SplitMixSource(7000 + (ulong)draw));
        var points = Enumerable.Range(0, count + 300).Select(_ =>
        {
            var x = normal.Sample();
            return (X: x, Y: 2 * x + normal.Sample());
        }).ToArray();
        var random = new SplitMixRandom((ulong)draw);
        var lines = new (double Slope, double Offset)[seeds];
        var tested = new bool[seeds, count];
        for (var seed = 0; seed < seeds; seed++)
        {
            for (var i = 0; i < count; i++) tested[seed, i] = rotates ? i % seeds == seed : random.Below(5) == 0;
            var (of, which) = (seed, Enumerable.Range(0, count).Where(i => !tested[seed, i]).ToArray());
            var (offset, slope) = MathNet.Numerics.Fit.Line([.. which.Select(i => points[i].X)], [.. which.Select(i => points[i].Y)]);
            lines[of] = (slope, offset);
        }

        ImmutableArray<UnseenCrystal> crystals =
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                ImmutableArray<int> models = [.. Enumerable.Range(0, seeds).Where(s => tested[s, i])];
                return new UnseenCrystal(i, $"m{i}", $"F{i}", points[i].Y, models, [.. models.Select(s => At(s, points[i].X))]);
            }).Where(c => !c.Models.IsEmpty),
        ];
        var intervals = new PredictionIntervals(
            new(Representation.Structure, new("volume"), UnseenDesign.Tested, [.. Enumerable.Range(1, seeds)], crystals), new());
        return points.Skip(count).Average(p => Holds(intervals.Of([.. Enumerable.Range(0, seeds).Select(s => At(s, p.X))], null), p.Y));

        double At(int seed, double x) => lines[seed].Offset + lines[seed].Slope * x;
    }

    [Fact]
    public void Too_few_crystals_give_no_interval()
    {
        new PredictionIntervals(SimulatedCrystals.HeldOut(8, 3, 1), new()).Of([1, 2, 3], null).ShouldBeNull();
        var tested = SimulatedCrystals.HeldOut(8, 3, 1) with { Design = UnseenDesign.Tested };
        new PredictionIntervals(tested, new()).Of([1, 2, 3], null).ShouldBeNull();
    }

    private static double Holds(PredictionInterval? interval, double truth) =>
        interval!.Value.Lower <= truth && truth <= interval.Value.Upper ? 1 : 0;

    private static double[] Draw(ref SplitMixRandom random, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++) values[i] = random.Unit();
        return values;
    }
}
