using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;

namespace Tomography.Analysis.Tests;

public class PredictionsAreCountedInSquares
{
    private static readonly PropertyName s_target = new("volume");

    [Fact]
    public void Every_prediction_that_is_a_number_counts_once() => Prop.ForAll<(double True, double Predicted)[]>(pairs =>
    {
        var good = pairs.Count(pair => double.IsFinite(pair.True) && double.IsFinite(pair.Predicted));
        var density = Of(pairs);
        return density is null ? good == 0
            : density.Crystals == good && density.Bins.Sum(bin => bin.Count) == good && density.To > density.From
                && density.Bins.All(bin => IsIn(bin.True) && IsIn(bin.Predicted) && bin.Count > 0)
                && density.Bins.Select(bin => (bin.True, bin.Predicted)).Distinct().Count() == density.Bins.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_prediction_lies_in_the_square_of_its_numbers()
    {
        var density = Of([(0, 0), (48, 48), (10.5, 20.5)])!;
        (density.From, density.To, density.Beyond, density.Seeds).ShouldBe((0, 48, 0, 1));
        density.Bins.ShouldBe([new(0, 0, 1), new(10, 20, 1), new(47, 47, 1)]);
        density.LowerEnd(10).ShouldBe(10);
    }

    [Theory]
    [InlineData(1e300, 1e300)]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(0, double.Epsilon)]
    public void Numbers_of_any_size_have_axes(double one, double other)
    {
        var density = Of([(one, one), (other, other)])!;
        density.To.ShouldBeGreaterThan(density.From);
        density.Bins.ShouldAllBe(bin => bin.True >= 0 && bin.True < ParityDensity.Steps && bin.True == bin.Predicted);
        density.Bins.Sum(bin => bin.Count).ShouldBe(2);
    }

    [Fact]
    public void A_wild_prediction_counts_at_the_edge_and_is_told()
    {
        var density = Of([(0, 1e30), (1, -1e30), (0.5, 0.5)])!;
        density.Beyond.ShouldBe(2);
        density.Bins.ShouldContain(new ParityBin(0, ParityDensity.Steps - 1, 1));
        density.Bins.ShouldContain(new ParityBin(ParityDensity.Steps - 1, 0, 1));
    }

    [Fact]
    public void Two_crystals_in_a_thousand_do_not_set_the_axes()
    {
        var density = Of([.. Enumerable.Range(0, 1000).Select(i => (i / 1000.0, i / 1000.0)), (1e6, 0.5)])!;
        density.To.ShouldBeLessThan(1);
        Of([(2, 2), (2, 2)])!.ShouldSatisfyAllConditions(d => d.From.ShouldBe(1.5), d => d.To.ShouldBe(2.5));
    }

    private static bool IsIn(int place) => place is >= 0 and < ParityDensity.Steps;

    private static ParityDensity? Of(params (double, double)[] pairs) => ParityDensity.Of(Representation.Structure, s_target, [pairs]);
}
