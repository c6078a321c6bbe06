using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class DominanceOfAFewSources
{
    // Strengths a 0.6, b 0.2, c 0: sum of |s_i - s_j| over ordered pairs = 2 (0.4 + 0.6 + 0.2) = 2.4; 2 n sum = 6 * 0.8 = 4.8.
    [Fact]
    public void It_is_the_gini_coefficient_of_outgoing_strength() =>
        DominanceMeasure.Of(Full("a b c", Real("a", "b", 0.4), Real("a", "c", 0.2), Real("b", "a", 0.2))).ShouldBe(0.5, 1e-12);

    [Fact]
    public void Equal_sources_do_not_dominate() =>
        DominanceMeasure.Of(Full("a b", Real("a", "b", 0.2), Real("b", "a", 0.2))).ShouldBe(0, 1e-12);

    [Fact]
    public void One_source_of_n_gives_the_largest_value() =>
        DominanceMeasure.Of(Full("a b c d", Real("a", "b", 0.2))).ShouldBe(0.75, 1e-12);

    [Fact]
    public void Without_weights_or_with_one_source_it_is_zero()
    {
        DominanceMeasure.Of(Only("a")).ShouldBe(0);
        DominanceMeasure.Of(Full("a b c")).ShouldBe(0);
        DominanceMeasure.Of(Only("a b", Real("a", "b", 0.2))).ShouldBe(0);
    }
}
