using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Dominance, layers and volumes against their definitions, on grids small enough to count.</summary>
public class FrontsEqualBruteForce
{
    private const int Side = 6;

    // Two to four costs of 0 to 7 each: some lie outside the reference, and many are equal.
    private static readonly Arbitrary<double[][]> Choices = (
        from dimensions in Gen.Choose(1, 4)
        from count in Gen.Choose(0, 9)
        from costs in Gen.Choose(0, Side + 1).Select(c => (double)c).ArrayOf(dimensions).ArrayOf(count)
        select costs).ToArbitrary();

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(150);

    [Fact]
    public void The_volume_is_that_of_the_cells_counted_one_by_one() => Prop.ForAll(Choices, costs =>
        Hypervolume.Of(costs, Reference(costs)).ShouldBe(BruteForce.Volume(costs, Reference(costs)), 1e-9)).Check(Quick);

    [Fact]
    public void The_gain_of_a_choice_is_what_its_cells_add() => Prop.ForAll(Choices, costs =>
    {
        if (costs.Length == 0) return;
        var (reference, others) = (Reference(costs), costs[1..]);
        new ParetoFront(others, reference).Gain(costs[0])
            .ShouldBe(BruteForce.Volume(costs, reference) - BruteForce.Volume(others, reference), 1e-9);
    }).Check(Quick);

    [Fact]
    public void Layers_are_those_of_taking_off_one_front_after_the_other() => Prop.ForAll(Choices, costs =>
    {
        Dominance.Layers(costs).ShouldBe(BruteForce.Layers(costs));
        Dominance.Front(costs).ShouldBe(BruteForce.Layers(costs).Index().Where(l => l.Item == 0).Select(l => l.Index));
    }).Check(Quick);

    [Fact]
    public void A_front_grows_by_the_gain_of_what_is_added() => Prop.ForAll(Choices, costs =>
    {
        if (costs.Length == 0) return;
        var front = new ParetoFront(costs[1..], Reference(costs));
        front.With(costs[0]).Volume.ShouldBe(front.Volume + front.Gain(costs[0]), 1e-9);
    }).Check(Quick);

    private static double[] Reference(double[][] costs) => [.. Enumerable.Repeat((double)Side, costs.Length == 0 ? 2 : costs[0].Length)];
}
