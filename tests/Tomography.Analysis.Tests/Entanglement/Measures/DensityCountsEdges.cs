using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class DensityCountsEdges
{
    // Sums of a few weights.
    private const double Rounding = 1e-12;

    // 3 properties, 6 possible edges: 2 real ones of 0.4 and 0.2, one inconclusive of weight 0.1.
    private static EntanglementLattice Example { get; } = Full("a b c", Real("a", "b", 0.4), Real("b", "c", 0.2), Of("c", "a", -0.3, 0.1));

    [Fact]
    public void Density_counts_real_edges_of_the_measured_ones() => DensityMeasure.Of(Example).ShouldBe(2.0 / 6, Rounding);

    [Fact]
    public void Weighted_density_is_the_mean_of_all_weights() => DensityMeasure.Weighted(Example).ShouldBe((0.4 + 0.2 + 0.1) / 6, Rounding);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void Without_edges_the_density_is_zero(string nodes)
    {
        DensityMeasure.Of(Only(nodes)).ShouldBe(0);
        DensityMeasure.Weighted(Only(nodes)).ShouldBe(0);
    }
}
