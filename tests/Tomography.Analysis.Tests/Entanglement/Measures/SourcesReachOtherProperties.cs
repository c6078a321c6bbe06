using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class SourcesReachOtherProperties
{
    [Fact]
    public void It_is_the_share_of_targets_that_the_widest_source_informs() =>
        SourceReachMeasure.Of(Full("a b c d", Real("a", "b", 0.1), Real("a", "c", 0.1), Real("b", "c", 0.9))).ShouldBe(2.0 / 3, 1e-12);

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a b")]
    public void Without_real_edges_it_is_zero(string nodes) => SourceReachMeasure.Of(Only(nodes)).ShouldBe(0);
}
