using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class DriftFollowsLattices
{
    [Fact]
    public void Without_an_earlier_lattice_there_is_no_drift() => DriftMeasure.Of([], Full("a b")).ShouldBeNull();

    // a -> b 0.4 to 0.2, b -> a 0.1 to 0.1: 0.2 / (0.6 + 0.2). The intervals, about 0.39..0.41 and 0.19..0.21, leave a gap.
    [Fact]
    public void Change_is_the_relative_l1_distance_of_the_weights()
    {
        var drift = DriftMeasure.Of(
            [Only("a b", Real("a", "b", 0.4), Real("b", "a", 0.1))],
            Only("a b", Real("a", "b", 0.2), Real("b", "a", 0.1))
        )!;

        drift.Runs.ShouldBe(2);
        drift.Change.ShouldBe(0.25, 1e-12);
        drift.ChangeBeyondSeeds.ShouldBe((0.2 - 0.6 * (Math.Exp(0.01 / 0.6) - 1) - 0.8 * (1 - Math.Exp(-0.01 / 0.8))) / 0.8, 1e-9);
        (drift.Edges, drift.Pairs).ShouldBe((2, 1));
        (drift.SignFlips, drift.SignFlipShare, drift.Oscillation).ShouldBe((0, 0, null));
    }

    [Fact]
    public void Intervals_that_overlap_are_no_change_beyond_the_seeds()
    {
        var drift = DriftMeasure.Of([Only("a b", Of("a", "b", -0.3, -0.1))], Only("a b", Of("a", "b", -0.5, -0.2)))!;

        drift.Change.ShouldBe(0.15 / 0.55, 1e-12);
        drift.ChangeBeyondSeeds.ShouldBe(0);
    }

    [Fact]
    public void Edges_without_an_interval_or_that_cannot_be_judged_are_not_compared()
    {
        var drift = DriftMeasure.Of(
            [Only("a b", Of("a", "b", -0.3), Real("b", "a", 0.3))],
            Only("a b", Of("a", "b", -0.4), Real("b", "a", 0.1).With(VerdictKind.Untrusted, VerdictReason.Diverged)))!;

        (drift.Edges, drift.Change, drift.ChangeBeyondSeeds).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void A_lattice_with_nothing_in_common_has_changed_fully() =>
        DriftMeasure.Of([Full("a b", Real("a", "b", 0.4))], Full("a b", Real("b", "a", 0.4)))!.Change.ShouldBe(1, 1e-9);

    [Fact]
    public void Edges_without_weights_do_not_change() => DriftMeasure.Of([Full("a b")], Full("a b"))!.Change.ShouldBe(0);

    [Fact]
    public void A_sign_flips_where_an_edge_informs_in_one_lattice_and_harms_in_the_other()
    {
        var drift = DriftMeasure.Of(
            [Full("a b c", Real("a", "b", 0.4), Real("b", "a", 0.4), Of("c", "a", -0.2, 0.1))],
            Full("a b c", Of("a", "b", 0.1, 0.2), Real("b", "a", 0.3), Of("c", "a", 0.1, 0.2)))!;

        drift.SignFlips.ShouldBe(1);
        drift.SignFlipShare.ShouldBe(0.5);
    }

    // a -> b: 0.2, 0.4, 0.3: changes +0.2 and -0.1, a turn of 0.1 over 0.2. b -> a: 0.1, 0.2, 0.3: no turn, 0 over 0.1.
    [Fact]
    public void Oscillation_is_the_part_of_the_changes_that_goes_back()
    {
        var runs = new[] { (0.2, 0.1), (0.4, 0.2), (0.3, 0.3) }
            .Select(run => Only("a b", Real("a", "b", run.Item1), Real("b", "a", run.Item2)))
            .ToArray();

        DriftMeasure.Of(runs[..2], runs[2])!.Oscillation!.Value.ShouldBe(0.1 / 0.3, 1e-12);
    }

    [Fact]
    public void A_weight_that_comes_back_oscillates_fully()
    {
        var runs = new[] { 0.2, 0.4, 0.2 }.Select(weight => Only("a b", Real("a", "b", weight))).ToArray();

        DriftMeasure.Of(runs[..2], runs[2])!.Oscillation!.Value.ShouldBe(1, 1e-12);
        DriftMeasure.Of([runs[0], runs[0]], runs[0])!.Oscillation.ShouldBe(0);
    }
}
