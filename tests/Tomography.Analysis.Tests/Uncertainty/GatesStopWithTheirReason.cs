using System.Collections.Immutable;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What gates stop, and why.</summary>
public class GatesStopWithTheirReason
{
    private static readonly PropertyName s_target = new("volume");
    private static readonly UncertaintySettings s_narrow = new() { Widths = [new(s_target, 2)] };

    [Theory]
    [InlineData(1.0, 2.0, StoppedBy.None)]
    [InlineData(1.01, 2.0, StoppedBy.Domain)]
    [InlineData(null, 2.0, StoppedBy.Domain)]
    [InlineData(0.3, 2.01, StoppedBy.Width)]
    [InlineData(0.3, null, StoppedBy.Width)]
    [InlineData(7.0, 9.0, StoppedBy.Domain | StoppedBy.Width)]
    public void A_prediction_passes_inside_the_domain_with_an_interval_narrow_enough(double? distance, double? width, StoppedBy by) =>
        new RiskGates(s_narrow, []).Of(Representation.Structure, s_target, distance, width is { } w ? new(0, w) : null).ShouldBe(by);

    [Fact]
    public void Where_no_width_is_stated_any_passes() =>
        new RiskGates(new(), []).Of(Representation.Structure, s_target, 0.5, null).ShouldBe(StoppedBy.None);

    [Fact]
    public void A_target_into_which_no_measured_edge_is_trusted_is_stopped_in_that_representation_alone()
    {
        ImmutableArray<EdgeVerdict> verdicts =
        [
            Edge("density", VerdictKind.Untrusted, VerdictReason.BaselineLearntNothing),
            Edge("energy", VerdictKind.Untrusted, VerdictReason.ControlInforms),
            Edge("is-hubbard", VerdictKind.Undecided, VerdictReason.FewSeeds),
        ];
        Of(verdicts, Representation.Structure).ShouldBe(StoppedBy.Edges);
        Of(verdicts, Representation.Composition).ShouldBe(StoppedBy.None);
        Of(verdicts.Add(Edge("band-gap", VerdictKind.Nothing)), Representation.Structure).ShouldBe(StoppedBy.None);
        Of([verdicts[2]], Representation.Structure).ShouldBe(StoppedBy.None, "what was not measured is not held against it");

        static StoppedBy Of(ImmutableArray<EdgeVerdict> verdicts, Representation representation) =>
            new RiskGates(new(), verdicts).Of(representation, s_target, 0.5, null);
    }

    [Theory]
    [InlineData(VerdictKind.Informs, VerdictReason.None, StoppedBy.None)]
    [InlineData(VerdictKind.Nothing, VerdictReason.None, StoppedBy.None)]
    [InlineData(VerdictKind.Undecided, VerdictReason.None, StoppedBy.None)]
    [InlineData(VerdictKind.Harms, VerdictReason.None, StoppedBy.Edges)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.NotConverged, StoppedBy.Edges)]
    [InlineData(VerdictKind.Untrusted, VerdictReason.NoPredictions, StoppedBy.None)]
    [InlineData(VerdictKind.Undecided, VerdictReason.NoControl, StoppedBy.None)]
    public void A_joint_model_is_stopped_where_learning_its_other_targets_along_harms(
        VerdictKind kind, VerdictReason reason, StoppedBy by)
    {
        var learnt = new PropertySet([s_target, new("density"), new("energy")]);
        EdgeVerdict transfer = Edge("density", kind, reason) with { Feature = new([new("density"), new("energy")]) };
        // As a feature the same property is trusted, and a pair is another model: neither says anything of this one.
        var gates = new RiskGates(new(), [Edge("density", VerdictKind.Informs)])
        {
            Transfers = [Edge("density", VerdictKind.Harms), transfer],
        };
        var isTrusted = gates.IsTrusted(Representation.Structure, s_target, learnt);
        gates.Of(s_target, 0.5, null, isTrusted).ShouldBe(by);
        gates.IsTrusted(Representation.Composition, s_target, learnt).ShouldBeTrue("what was not measured is not held against it");
        gates.IsTrusted(Representation.Structure, s_target, s_target).ShouldBeTrue();
    }

    [Fact]
    public void What_is_stopped_is_listed_with_its_reason()
    {
        var crystals = SimulatedCrystals.HeldOut(200, 4, 6);
        var found = UncertaintyAnalyzer.Of(
            [crystals], new() { Widths = [new(s_target, 5)] }, [Edge("density", VerdictKind.Informs), Edge("energy", VerdictKind.Harms)]);
        var gates = found.Targets[0].Gates;
        (gates.Passed.Crystals + gates.Held.Crystals, gates.Stopped.Length).ShouldBe((200, gates.Held.Crystals));
        gates.ByDomain.ShouldBe(crystals.Crystals.Count(c => c.Distance > 1));
        gates.ByWidth.ShouldBe(gates.Stopped.Count(s => s.Width > 5));
        gates.Held.Mean!.Value.ShouldBeGreaterThan(gates.Passed.Mean!.Value, "far crystals scatter more");
        found.StoppedEdges.ShouldHaveSingleItem().Feature.ShouldBe(new PropertyName("energy"));
    }

    private static EdgeVerdict Edge(string feature, VerdictKind kind, VerdictReason reason = VerdictReason.None) =>
        new(Representation.Structure, new PropertyName(feature), s_target, kind, reason, null, null, null, null);
}
