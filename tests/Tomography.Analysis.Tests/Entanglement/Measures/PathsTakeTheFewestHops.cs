using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class PathsTakeTheFewestHops
{
    // Lengths: a -> b 1/0.5 = 2, b -> c 1/0.25 = 4, a -> c directly 1/0.1 = 10, over b 6. Pairs: 6, connected 3.
    [Fact]
    public void Lengths_are_the_reciprocals_of_weights_along_the_shortest_path()
    {
        var paths = PathMeasure.Of(Full("a b c", Real("a", "b", 0.5), Real("b", "c", 0.25), Real("a", "c", 0.1)));

        paths.MeanShortestPath!.Value.ShouldBe((2 + 4 + 6) / 3.0, 1e-12);
        paths.MeanHops!.Value.ShouldBe(1, 1e-12, "by edges, the direct way from a to c is the shortest");
        paths.Reach.ShouldBe(0.5, 1e-12);
        paths.Efficiency.ShouldBe((1 / 2.0 + 1 / 4.0 + 1 / 6.0) / 6, 1e-12);
    }

    [Fact]
    public void Properties_that_are_no_targets_are_reached_by_nothing_and_not_counted()
    {
        var lattice = Only("a b", Real("a", "b", 0.5)) with { Targets = [new("b")] };

        PathMeasure.Of(lattice).ShouldBe(new PathResult(2, 1, 1, 0.5));
    }

    [Fact]
    public void Edges_that_are_not_real_lead_nowhere() =>
        PathMeasure.Of(Full("a b", Of("a", "b", -0.5, 0.1))).ShouldBe(new PathResult(null, null, 0, 0));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void A_single_property_has_no_paths(string nodes) => PathMeasure.Of(Only(nodes)).ShouldBe(new PathResult(null, null, 0, 0));
}
