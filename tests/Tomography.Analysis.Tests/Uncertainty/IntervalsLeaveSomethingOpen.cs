using MathNet.Numerics.Distributions;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What calibrated intervals leave open of a target, and the lattice's own uncertainties that are taken from that.</summary>
public class IntervalsLeaveSomethingOpen
{
    private static readonly PropertyName s_sure = new("density"), s_vague = new("volume");
    private static readonly ErrorRange s_errors = new(2, 1.5, 2.5);

    [Fact]
    public void Of_errors_a_tenth_of_the_spread_of_the_values_a_tenth_is_left_open() =>
        Open(isBlind: false, noise: 0.1).ShouldBe(0.1, 0.02);

    [Fact]
    public void A_model_that_knows_nothing_leaves_all_open()
    {
        Open(isBlind: true, noise: 0).ShouldBe(1, 0.05);
        Open(isBlind: true, noise: 3).ShouldBe(1, "worse than a constant is no more than all");
    }

    [Fact]
    public void Of_values_that_are_all_alike_and_of_too_few_crystals_nothing_can_be_said()
    {
        UncertaintyAnalyzer.Of([SimulatedCrystals.Of("volume", [.. Enumerable.Range(0, 40).Select(i => Crystal(i, 5, 5.1))])], new(), [])
            .Targets[0].Open.ShouldBeNull();
        UncertaintyAnalyzer
            .Of([SimulatedCrystals.Of("volume", [.. Enumerable.Range(0, 12).Select(i => Crystal(i, i, i + 0.1))])], new(), [])
            .Targets[0].Open.ShouldBeNull();
    }

    [Fact]
    public void A_lattice_takes_them_where_every_target_has_them()
    {
        var intervals = UncertaintyAnalyzer.Of([Simulated(s_sure, 0.1), Simulated(s_vague, 0.5)], new(), []);
        var own = Known(intervals, s_sure, s_vague);
        own.Source.ShouldBe(UncertaintySource.Intervals);
        own.Of[s_sure].ShouldBe(0.1, 0.02);
        own.Of[s_vague].ShouldBe(0.5, 0.1);
        // One target without them is not set beside others by another measure.
        own = Known(intervals, s_sure, s_vague, new("energy"));
        own.Source.ShouldBe(UncertaintySource.Errors);
        own.Of.Values.ShouldAllBe(u => u == 0.25);
        Known(intervals with { Targets = [] }, s_sure).Source.ShouldBe(UncertaintySource.Errors);
        OwnUncertainty.Known(Representation.Composition, [(s_sure, s_errors)], intervals).Source.ShouldBe(UncertaintySource.Errors);
        Known(null, s_sure).Of[s_sure].ShouldBe(0.25);
    }

    private static OwnUncertainty Known(UncertaintyAnalysis? intervals, params PropertyName[] targets) =>
        OwnUncertainty.Known(Representation.Structure, [.. targets.Select(t => (t, (ErrorRange?)s_errors))], intervals);

    private static double Open(bool isBlind, double noise) =>
        UncertaintyAnalyzer.Of([Simulated(s_vague, noise, isBlind)], new(), []).Targets[0].Open.ShouldNotBeNull();

    private static UnseenCrystals Simulated(PropertyName target, double noise, bool isBlind = false)
    {
        var normal = new Normal(0, 1, new SplitMixSource(7));
        return SimulatedCrystals.Of(target.Value, [.. Enumerable.Range(0, 2000).Select(i =>
        {
            var truth = normal.Sample();
            return Crystal(i, truth, (isBlind ? 0 : truth) + noise * normal.Sample());
        })]);
    }

    private static UnseenCrystal Crystal(int material, double truth, double predicted) =>
        SimulatedCrystals.Crystal(material, truth, predicted);
}
