using Shouldly;
using Tomography.Crystals;
using Tomography.Datasets;
using Xunit;
using static Tomography.Analysis.Tests.SmallStudy;

namespace Tomography.Analysis.Tests;

public class TrainingMayEndTooEarly
{
    [Theory]
    [InlineData(60, 57, 57, true)]
    [InlineData(58, 20, 10, true)]
    [InlineData(58, 58, 10, false)]
    [InlineData(60, 60, 60, false)]
    public void It_did_where_half_of_the_seeds_are_best_at_the_end_and_the_error_still_falls(
        int first, int second, int third, bool converged)
    {
        var convergence = Of(-0.05, first, second, third);
        convergence.IsConverged.ShouldBe(converged);
        convergence.EpochsThatMightDo.ShouldBe(converged ? null : 90);
        (convergence.Seeds, convergence.Epochs).ShouldBe((3, 60));
    }

    [Fact]
    public void An_error_that_stays_level_is_best_at_the_end_by_chance() => Of(-0.005, 60, 60, 60).IsConverged.ShouldBeTrue();

    [Fact]
    public void Where_the_trend_is_not_known_the_best_epochs_decide() => Of(null, 60, 59, 3).IsConverged.ShouldBeFalse();

    [Fact]
    public void A_baseline_without_results_tells_nothing() =>
        StudyAnalyzer.Analyze(Study([S], [Volume], [Density], [1])).Baselines.ShouldHaveSingleItem().Convergence.ShouldBeNull();

    [Fact]
    public void The_trend_is_that_of_a_straight_line_through_the_last_fifth()
    {
        // 100 epochs; the last 20 fall from 1.095 to 0.905, whatever was before.
        double[] falling = [.. Enumerable.Range(0, 80).Select(i => 50.0 - i / 2), .. Enumerable.Range(0, 20).Select(i => 1.095 - 0.01 * i)];
        ValidationTrend.Of(falling)!.Value.ShouldBe(-0.19, 1e-12);
        ValidationTrend.Of([.. Enumerable.Repeat(2.0, 50)]).ShouldBe(0);
        ValidationTrend.Of([.. falling.Take(19)]).ShouldBeNull("a fifth of 19 epochs is too short");
        ValidationTrend.Of([.. Enumerable.Repeat(0.0, 50)]).ShouldBeNull();
        ValidationTrend.Of([]).ShouldBeNull();
    }

    [Fact]
    public void A_level_error_with_noise_is_hardly_ever_said_to_fall()
    {
        var said = Enumerable.Range(0, 500).Count(run =>
        {
            var random = new Random(run);
            var scores = Enumerable.Range(0, 3).Select(seed =>
            {
                double[] errors = [.. Enumerable.Range(0, 60).Select(_ => 1 + 0.02 * (random.NextDouble() - 0.5))];
                return Score(seed, Array.IndexOf(errors, errors.Min()) + 1, ValidationTrend.Of(errors));
            });
            return !Convergence.Of([.. scores])!.IsConverged;
        });
        said.ShouldBeLessThan(500 * 2 / 100);
    }

    private static Convergence Of(double? trend, params int[] best) =>
        Convergence.Of([.. best.Select((epoch, seed) => Score(seed, epoch, trend))])!;

    private static ModelScore Score(int seed, int best, double? trend) =>
        SmallStudy.Score(Model(S, Volume, null, seed), 1) with { BestEpoch = best, Epochs = 60, ValidationTrend = trend };
}
