using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class DensityCountsEdges
{
    // Sums of a few weights.
    private const double Rounding = 1e-12;

    // 3 properties, 6 possible edges: 2 inform by 0.4 and 0.2, one is undecided and may take off 0.1, one undecided 0.02, one is unsound.
    private static EntanglementLattice Example { get; } = Full(
        "a b c",
        Real("a", "b", 0.4),
        Real("b", "c", 0.2),
        Of("c", "a", -0.3, 0.1),
        Of("a", "c", -0.1, 0.06),
        Of("c", "b", -0.3, -0.1).With(VerdictKind.Untrusted, VerdictReason.Diverged));

    [Fact]
    public void Density_counts_real_edges_of_the_judged_ones() => DensityMeasure.Of(Example).ShouldBe(2.0 / 5, Rounding);

    [Fact]
    public void What_is_undecided_and_would_matter_may_be_there() => DensityMeasure.Possible(Example, 0.05).ShouldBe(3.0 / 5, Rounding);

    [Fact]
    public void Weighted_density_is_the_mean_of_the_real_weights() => DensityMeasure.Weighted(Example).ShouldBe((0.4 + 0.2) / 5, Rounding);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void Without_edges_the_density_is_zero(string nodes)
    {
        DensityMeasure.Of(Only(nodes)).ShouldBe(0);
        DensityMeasure.Possible(Only(nodes), 0.05).ShouldBe(0);
        DensityMeasure.Weighted(Only(nodes)).ShouldBe(0);
    }
}
