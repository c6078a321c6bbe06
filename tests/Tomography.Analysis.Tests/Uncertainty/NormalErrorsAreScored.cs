using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>Scores of normal errors against their definitions.</summary>
public class NormalErrorsAreScored
{
    [Fact]
    public void The_score_of_a_sure_prediction_is_its_error() => NormalError.Crps(-3, 0).ShouldBe(3);

    [Fact]
    public void The_score_of_a_prediction_that_is_right_is_a_fixed_share_of_its_deviation() =>
        NormalError.Crps(0, 2).ShouldBe(2 * (Math.Sqrt(2) - 1) / Math.Sqrt(Math.PI), 1e-12);

    [Fact]
    public void The_score_is_the_area_between_the_distribution_and_the_step_at_the_truth() => Prop.ForAll(
        Gen.Choose(-400, 400).ToArbitrary(), Gen.Choose(10, 300).ToArbitrary(), (hundredths, deviation) =>
        {
            var (error, sigma) = (hundredths / 100.0, deviation / 100.0);
            // The truth is at 0, the prediction at the error.
            var below = GaussLegendreRule.Integrate(x => Math.Pow(Normal.CDF(error, sigma, x), 2), -40, 0, 512);
            var above = GaussLegendreRule.Integrate(x => Math.Pow(1 - Normal.CDF(error, sigma, x), 2), 0, 40, 512);
            NormalError.Crps(error, sigma).ShouldBe(below + above, 1e-4);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void On_average_the_true_deviation_scores_best()
    {
        var normal = new Normal(0, 1, new SplitMixSource(5));
        double[] errors = [.. Enumerable.Range(0, 20_000).Select(_ => normal.Sample())];
        double[] scores = [.. new[] { 0.7, 1, 1.4 }.Select(sigma => errors.Average(e => NormalError.Crps(e, sigma)))];
        // The expected score of the truth is sigma over the root of pi.
        scores[1].ShouldBe(1 / Math.Sqrt(Math.PI), 0.01);
        scores[1].ShouldBeLessThan(Math.Min(scores[0], scores[2]));
    }
}
