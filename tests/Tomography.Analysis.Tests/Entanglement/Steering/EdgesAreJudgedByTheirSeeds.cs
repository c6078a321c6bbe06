using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class EdgesAreJudgedByTheirSeeds
{
    [Theory]
    [InlineData(new[] { -0.3 }, false, "one seed (-30.0 %) says nothing of its range")]
    // mean -2 %, s 2 %, t(2) = 4.30: -2 +- 4.97 %.
    [InlineData(new[] { -0.04, -0.02, 0.0 }, false, "it may help or harm, -7.0 % to +3.0 % by 3 seeds")]
    // mean -20 %, s 1 %: -20 +- 2.5 %.
    [InlineData(new[] { -0.21, -0.20, -0.19 }, true, "its mean is decided, -22.5 % to -17.5 % by 3 seeds")]
    [InlineData(new[] { 0.001, -0.001, 0.0 }, true, "its effect is too small to matter, -0.2 % to +0.2 % by 3 seeds")]
    [InlineData(new[] { 0.1, -0.1, 0.1, -0.1 }, true, "it has had 4 seeds")]
    public void An_edge_is_settled_where_more_seeds_would_not_tell_more(double[] changes, bool settled, string reason)
    {
        var verdict = EdgeJudge.Of(Of("a", "b", changes), null, 0.05, new() { MostSeeds = 4 });

        verdict.Reason.ShouldBe(reason);
        verdict.IsSettled.ShouldBe(settled);
        (verdict.SeedsWanted > 0).ShouldBe(!settled);
    }

    [Theory]
    [InlineData(0.18, false)]
    [InlineData(0.10, true)]
    [InlineData(0.30, true)]
    [InlineData(-0.18, true)]
    public void An_edge_that_may_be_no_more_than_a_control_is_undecided(double control, bool settled) =>
        EdgeJudge.Of(Of("a", "b", -0.21, -0.20, -0.19), control, 0.05, new()).IsSettled.ShouldBe(settled);

    // +20 +- 2.5 %: the controls make the error larger by as much.
    [Theory]
    [InlineData(-0.20)]
    [InlineData(-0.18)]
    [InlineData(0.18)]
    public void An_edge_that_harms_is_settled_whatever_the_controls_do(double control) =>
        EdgeJudge.Of(Of("a", "b", 0.21, 0.20, 0.19), control, 0.05, new()).IsSettled.ShouldBeTrue();

    [Fact]
    public void Relevance_is_the_mean_and_its_standard_error()
    {
        EdgeJudge.Of(Of("a", "b", -0.04, -0.02, 0.0), null, 0.05, new()).Relevance.ShouldBe(0.02 + 0.02 / Math.Sqrt(3), 1e-12);
        EdgeJudge.Of(Of("a", "b", -0.3), null, 0.05, new()).Relevance.ShouldBe(0.35, 1e-12);
    }

    [Theory]
    [InlineData(1, 12.7062)]
    [InlineData(4, 2.7764)]
    [InlineData(11, 2.2010)]
    [InlineData(30, 2.0423)]
    [InlineData(1000000, 1.959966)]
    public void The_t_quantile_is_that_of_the_tables(int degrees, double expected) =>
        StudentT.Quantile975(degrees).ShouldBe(expected, 1e-3);
}
