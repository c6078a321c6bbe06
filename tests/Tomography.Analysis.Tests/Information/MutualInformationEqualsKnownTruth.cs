using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

public class MutualInformationEqualsKnownTruth
{
    // With 4,000 samples and k = 3 the deviation of the nearest-neighbour estimates is about 0.03 bits; three of them.
    private const double Tolerance = 0.09;
    private const int Count = 4000;

    // I = -1/2 log2(1 - r^2).
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    [InlineData(-0.99)]
    public void Ksg_finds_the_information_of_correlated_gaussians(double correlation)
    {
        var (x, y) = Gaussians(correlation, 11);
        MutualInformation.Ksg(x, y).ShouldBe(-0.5 * Math.Log2(1 - correlation * correlation), Tolerance);
    }

    // x uniform in 0..1, y = x + u with u uniform in 0..w (w at most 1): h(y) = w/2 nats, h(y|x) = ln w, so I = w/2 - ln w nats.
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.2)]
    public void Ksg_finds_the_information_of_a_uniform_with_uniform_noise(double width)
    {
        var random = new Random(5);
        var x = Numbers(() => random.NextDouble());
        var y = x.Select(value => value + width * random.NextDouble()).ToArray();
        MutualInformation.Ksg(x, y).ShouldBe((width / 2 - Math.Log(width)) / Math.Log(2), Tolerance);
    }

    [Fact]
    public void Ksg_is_symmetric_but_for_the_noise_that_breaks_ties()
    {
        var (x, y) = Gaussians(0.7, 3);
        MutualInformation.Ksg(x, y).ShouldBe(MutualInformation.Ksg(y, x), 1e-3);
    }

    [Fact]
    public void Ksg_does_not_depend_on_units()
    {
        var (x, y) = Gaussians(0.7, 3);
        MutualInformation
            .Ksg([.. x.Select(value => 1e6 * value)], [.. y.Select(value => 1e-9 * value + 4e-9)])
            .ShouldBe(MutualInformation.Ksg(x, y), 1e-3);
    }

    // Whole numbers 0..3 with y = x: H = 2 bits; with y independent: 0.
    [Fact]
    public void Ksg_copes_with_many_equal_values()
    {
        var random = new Random(8);
        var x = Numbers(() => random.Next(4));
        MutualInformation.Ksg(x, x).ShouldBe(2, Tolerance);
        MutualInformation.Ksg(x, Numbers(() => random.Next(4))).ShouldBe(0, Tolerance);
    }

    // Three classes of equal share with means 0, 10, 20 and deviation 1: the number tells the class, log2 3 bits.
    [Fact]
    public void Ross_finds_that_separate_classes_are_told_fully()
    {
        var random = new Random(2);
        var classes = Enumerable.Range(0, Count).Select(place => (double)(place % 3)).ToArray();
        MutualInformation.Ross([.. classes.Select(number => 10 * number + Normal(random))], classes).ShouldBe(Math.Log2(3), Tolerance);
    }

    // Class 0 uniform in 0..1, class 1 uniform in 1/2..3/2, equal shares. The density of x is 1/2, 1, 1/2 over thirds: in the middle half
    // of the samples x says nothing, outside all: I = 1/2 bit.
    [Fact]
    public void Ross_finds_the_information_of_overlapping_uniforms()
    {
        var random = new Random(3);
        var classes = Enumerable.Range(0, Count).Select(place => (double)(place % 2)).ToArray();
        MutualInformation.Ross([.. classes.Select(number => number / 2 + random.NextDouble())], classes).ShouldBe(0.5, Tolerance);
    }

    [Fact]
    public void Ross_finds_nothing_where_class_and_number_are_independent()
    {
        var random = new Random(4);
        MutualInformation.Ross(Numbers(random.NextDouble), Numbers(() => random.Next(5))).ShouldBe(0, Tolerance);
    }

    // Plug-in alone would give about (7 - 1)^2 / (2 N ln 2) = 0.013 bits at N = 2,000 for two independent classes of 7; the correction
    // takes the mean to 0.
    [Fact]
    public void Plug_in_is_corrected_for_the_number_of_cells()
    {
        var random = new Random(6);
        var mean = Enumerable
            .Range(0, 20)
            .Average(_ =>
                MutualInformation.PlugIn(
                    [.. Enumerable.Range(0, 2000).Select(_ => (double)random.Next(7))],
                    [.. Enumerable.Range(0, 2000).Select(_ => (double)random.Next(7))]));
        mean.ShouldBeLessThan(0.004);
    }

    // a is one of 4 equal classes, b = a: H = 2 bits; b = a / 2 (two classes): 1 bit. Corrections (3 + 3 - 3) / 2N and (3 + 1 - 3) / 2N
    // nats.
    [Fact]
    public void Plug_in_of_a_copy_is_its_entropy()
    {
        double[] a = [.. Enumerable.Range(0, 4000).Select(place => (double)(place % 4))];
        MutualInformation.PlugIn(a, a).ShouldBe(2 + 3 / 8000.0 / Math.Log(2), 1e-9);
        MutualInformation.PlugIn(a, [.. a.Select(value => Math.Floor(value / 2))]).ShouldBe(1 + 1 / 8000.0 / Math.Log(2), 1e-9);
    }

    [Fact]
    public void Too_few_or_constant_samples_tell_nothing()
    {
        MutualInformation.Ksg([], []).ShouldBe(0);
        MutualInformation.Ksg([1, 2, 3], [1, 2, 3]).ShouldBe(0);
        MutualInformation.Ksg([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]).ShouldBe(0);
        MutualInformation.Ross([], []).ShouldBe(0);
        MutualInformation.Ross([1, 2, 3], [0, 1, 2]).ShouldBe(0);
        MutualInformation.Ross([1, 2, 3], [0, 0, 0]).ShouldBe(0);
        MutualInformation.Ross([1, 1, 1], [0, 0, 1]).ShouldBe(0);
        MutualInformation.PlugIn([], []).ShouldBe(0);
        MutualInformation.PlugIn([1], [2]).ShouldBe(0);
    }

    [Fact]
    public void Values_that_are_hardly_apart_or_huge_give_a_number()
    {
        double[] close = [.. Enumerable.Range(0, 50).Select(place => 1 + place % 3 * 1e-16)];
        double[] huge = [.. Enumerable.Range(0, 50).Select(place => (place - 25) * 1e306)];
        double.IsFinite(MutualInformation.Ksg(close, huge)).ShouldBeTrue();
        double.IsFinite(MutualInformation.Ross(huge, [.. close.Select(value => value > 1 ? 1.0 : 0)])).ShouldBeTrue();
    }

    [Fact]
    public void Lengths_that_differ_and_values_that_are_no_numbers_are_refused()
    {
        Should
            .Throw<ArgumentException>(() => MutualInformation.Ksg([1], [1, 2]))
            .Message.ShouldContain("1 values of one and 2 of the other");
        Should.Throw<ArgumentException>(() => MutualInformation.Ross([double.NaN, 1], [1, 2])).Message.ShouldContain("Value 0 is NaN");
        Should.Throw<ArgumentException>(() => MutualInformation.Ksg([1, 2], [1, 2], 0)).Message.ShouldContain("neighbours is 0");
    }

    private static (double[] X, double[] Y) Gaussians(double correlation, int seed)
    {
        var random = new Random(seed);
        var x = Numbers(() => Normal(random));
        return (x, [.. x.Select(value => correlation * value + Math.Sqrt(1 - correlation * correlation) * Normal(random))]);
    }

    private static double[] Numbers(Func<double> draw) => [.. Enumerable.Range(0, Count).Select(_ => draw())];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
