using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

public class BinsHoldEqualCounts
{
    [Fact]
    public void Bins_hold_equally_many_values() => EqualFrequencyBins.Of([6, 1, 2, 5, 3, 4], 3).ShouldBe([2, 0, 0, 2, 1, 1]);

    [Fact]
    public void Equal_values_share_a_bin() => EqualFrequencyBins.Of([0, 0, 0, 0, 7, 8], 3).ShouldBe([0, 0, 0, 0, 2, 2]);

    [Fact]
    public void A_constant_is_one_bin() => EqualFrequencyBins.Of([4, 4, 4], 5).ShouldBe([0, 0, 0]);

    [Fact]
    public void No_bins_are_refused() => Should.Throw<ArgumentException>(() => EqualFrequencyBins.Of([1], 0));
}
