using Shouldly;
using Xunit;
using static Tomography.Analysis.Tests.SmallLattice;

namespace Tomography.Analysis.Tests;

public class TradeOffsAreWeighed
{
    // a -> b: weight 0.3, half range about 0.1, uncertainty 1/4. b -> a: weight 0.1, half range about 0.3, uncertainty 3/4.
    private static EntanglementLattice Example { get; } = Full("a b c", Of("a", "b", -0.4, -0.2), Of("b", "a", -0.4, 0.2));

    [Fact]
    public void The_curve_goes_from_keeping_everything_to_keeping_nothing()
    {
        var tradeOff = TradeOff.Of(Example);

        tradeOff.Curve.Select(point => point.Kept).ShouldBe([2, 1, 0]);
        double[] uncertain = [.. Example.Edges.Where(edge => edge.Weight > 0).Select(edge => edge.Uncertainty)];
        uncertain.ShouldBe([0.25, 0.75], 0.01);
        double[] expected = [0.5 * uncertain.Average(), 0.5 * uncertain[0] + 0.5 * 0.25, 0.5];
        for (var point = 0; point < expected.Length; point++) tradeOff.Curve[point].Cost.ShouldBe(expected[point], 1e-12);
        (tradeOff.Curve[0].Loss, tradeOff.Curve[2].Uncertainty, tradeOff.Curve[2].Loss).ShouldBe((0, 0, 1));
    }

    [Fact]
    public void The_optimum_follows_what_counts_more()
    {
        TradeOff.Of(Example, 1, 0.1).Optimum!.Kept.ShouldBe(0);
        TradeOff.Of(Example, 1, 0.9).Optimum!.Kept.ShouldBe(1);
        TradeOff.Of(Example, 0.1, 1).Optimum!.Kept.ShouldBe(2);
    }

    [Fact]
    public void Without_weights_there_is_no_curve()
    {
        TradeOff.Of(Full("a b")).Curve.ShouldBeEmpty();
        TradeOff.Of(Full("a b")).Optimum.ShouldBeNull();
    }

    [Fact]
    public void Negative_weights_are_refused() =>
        Should.Throw<ArgumentException>(() => TradeOff.Of(Example, -1)).Message.ShouldContain("Alpha is -1");
}
