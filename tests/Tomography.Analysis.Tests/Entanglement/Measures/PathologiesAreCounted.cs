using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class PathologiesAreCounted
{
    // Twelve edges: one informs, one harms, one has seeds that contradict each other, one was not measured soundly, the others are
    // nothing.
    private static EntanglementLattice Example { get; } = Full(
        "a b c d",
        Real("a", "b", 0.4),
        Of("b", "c", 0.1, 0.2),
        Real("c", "a", 0.05).With(VerdictKind.Untrusted, VerdictReason.SeedsContradict),
        Real("c", "d", 0.3).With(VerdictKind.Untrusted, VerdictReason.NotConverged));

    [Fact]
    public void It_is_the_share_of_edges_that_harm_or_are_unsound_as_an_effect_of_those_that_can_be_judged()
    {
        PathologyMeasure.Of(Example).ShouldBe(2.0 / 11, 1e-12);
        PathologyMeasure.OfDecided(Example).ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public void Without_edges_or_decisions_it_is_zero()
    {
        PathologyMeasure.Of(Only("a")).ShouldBe(0);
        PathologyMeasure.OfDecided(Only("a")).ShouldBe(0);
        PathologyMeasure.OfDecided(Full("a b")).ShouldBe(0);
    }
}
