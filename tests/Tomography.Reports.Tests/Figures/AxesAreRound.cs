using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Reports.Tests.Figures;

public class AxesAreRound
{
    [Fact]
    public void An_axis_holds_its_numbers_in_their_order_with_few_ticks_that_are_told_apart() =>
        Prop.ForAll<NormalFloat[]>(numbers =>
        {
            // Beyond what a report shows; an axis of such numbers has no round ones.
            double[] values = [.. numbers.Select(n => n.Get).Where(n => Math.Abs(n) is < 1e15 and > 1e-9)];
            var axis = Axis.Around(values, 100, 300);
            var ticks = axis.Ticks();
            var places = values.Order().Select(axis.At).ToArray();
            return values.All(axis.Holds) && places.SequenceEqual(places.Order()) && places.All(x => x is >= 100 and <= 300)
                && ticks.Length is >= 2 and <= 10 && ticks.All(axis.Holds)
                && ticks.Select(t => axis.Text(t)).Distinct().Count() == ticks.Length;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.3, 0.5)]
    [InlineData(1, 1)]
    [InlineData(1.1, 2)]
    [InlineData(51, 100)]
    public void A_step_is_one_two_or_five(double least, double step) => Axis.Step(least).ShouldBe(step, 1e-12);

    [Fact]
    public void Ticks_have_the_decimals_that_they_need()
    {
        var axis = new Axis(-0.5, 0.5, 0, 100);
        axis.Ticks().Select(tick => axis.Text(tick)).ShouldBe(["\u22120.5", "0.0", "0.5"]);
        new Axis(0, 40, 0, 1).Ticks().ShouldBe([0, 10, 20, 30, 40]);
    }
}
