using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class AsymmetryComparesBothWays
{
    // a <-> b: 0.4 and 0.2; b -> c: 0.3 and nothing back; a -> d is measured one way only and left out.
    // (|0.4 - 0.2| + |0.3 - 0|) / (0.6 + 0.3) = 0.5 / 0.9. No edge of c and d informs: their weights are of chance.
    [Fact]
    public void It_is_the_difference_of_both_ways_over_their_sum() =>
        AsymmetryMeasure
            .Of(Only("a b c d", Real("a", "b", 0.4), Real("b", "a", 0.2), Real("b", "c", 0.3), Of("c", "b", 0.1, 0.2), Real("a", "d", 0.9),
                Of("c", "d", -0.5, 0.1), Of("d", "c", -0.2, 0.1)))
            .ShouldBe(0.5 / 0.9, 1e-12);

    [Fact]
    public void Equal_weights_are_symmetric() => AsymmetryMeasure.Of(Only("a b", Real("a", "b", 0.3), Real("b", "a", 0.3))).ShouldBe(0);

    [Fact]
    public void One_way_influence_is_fully_asymmetric() => AsymmetryMeasure.Of(Full("a b", Real("a", "b", 0.3))).ShouldBe(1);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a b")]
    public void Without_weights_it_is_zero(string nodes) => AsymmetryMeasure.Of(Full(nodes.Length == 0 ? "a" : nodes)).ShouldBe(0);
}
