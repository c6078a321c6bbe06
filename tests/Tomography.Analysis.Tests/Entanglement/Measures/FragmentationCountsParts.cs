using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class FragmentationCountsParts
{
    // Parts {a, b, c}, {d}, {e}: 1 - (3 - 1) / (5 - 1).
    [Fact]
    public void It_falls_with_the_largest_part() =>
        FragmentationMeasure.Of(Full("a b c d e", Real("a", "b", 0.1), Real("c", "b", 0.1), Of("d", "e", -0.5, 0.5))).ShouldBe(0.5, 1e-12);

    [Fact]
    public void A_lattice_in_one_piece_is_not_fragmented() =>
        FragmentationMeasure.Of(Full("a b c", Real("a", "b", 0.1), Real("a", "c", 0.1))).ShouldBe(0);

    [Fact]
    public void A_lattice_without_real_edges_is_fully_fragmented() => FragmentationMeasure.Of(Full("a b c")).ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void A_single_property_is_whole(string nodes) => FragmentationMeasure.Of(Only(nodes)).ShouldBe(0);
}
