using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class PathologiesAreCounted
{
    // Six edges: one real, one harmful, one spurious, three inconclusive.
    private static EntanglementLattice Example { get; } =
        Full("a b c", Real("a", "b", 0.4), Of("b", "c", 0.1, 0.2), Real("c", "a", 0.05) with { State = EdgeState.Spurious });

    [Fact]
    public void It_is_the_share_of_harmful_and_spurious_edges()
    {
        PathologyMeasure.Of(Example).ShouldBe(2.0 / 6, 1e-12);
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
