using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

public class ImportanceIsMeasuredAsStated
{
    // A few roundings of numbers near 100.
    private const double Rounding = 1e-12;

    [Fact]
    public void The_pooled_form_is_that_of_the_paper()
    {
        // baseline mean 2, min 1, max 3; augmented mean 1, min 0.5, max 1.5
        var percent = ImportanceMeasure.Pooled([1, 2, 3], [1.5, 1, 0.5]).Percent!.Value;

        percent.Change.ShouldBe(-50, Rounding);
        percent.Upper.ShouldBe(100 * (1.5 - 1) / 1, Rounding);
        percent.Lower.ShouldBe(100 * (0.5 - 3) / 3, Rounding);
    }

    [Fact]
    public void The_paired_form_takes_the_change_of_each_seed()
    {
        // -50, 0 and +20 percent
        var percent = ImportanceMeasure.Paired([(2, 1), (4, 4), (5, 6)]).Percent!.Value;

        percent.Change.ShouldBe(-10, Rounding);
        percent.Upper.ShouldBe(20, Rounding);
        percent.Lower.ShouldBe(-50, Rounding);
    }

    [Fact]
    public void A_feature_that_always_helps_is_significant_paired_even_where_the_seeds_overlap()
    {
        var pooled = ImportanceMeasure.Pooled([1, 2, 3], [0.9, 1.8, 2.7]);
        var paired = ImportanceMeasure.Paired([(1, 0.9), (2, 1.8), (3, 2.7)]);

        pooled.IsSignificant.ShouldBeFalse();
        paired.IsSignificant.ShouldBeTrue();
    }

    [Fact]
    public void An_upper_bound_of_exactly_zero_is_not_significant() =>
        ImportanceMeasure.Pooled([2, 3], [1, 2]).IsSignificant.ShouldBeFalse();

    [Fact]
    public void A_feature_is_harmful_where_even_the_best_case_is_worse()
    {
        ImportanceMeasure.Pooled([1, 2], [2.5, 3]).IsHarmful.ShouldBeTrue();
        ImportanceMeasure.Pooled([1, 2], [1.5, 3]).IsHarmful.ShouldBeFalse();
    }

    [Fact]
    public void Without_models_there_is_a_reason_and_no_number()
    {
        ImportanceMeasure.Pooled([], []).ShouldBe(ImportanceValue.None(MissingReason.NoCommonSeed));
        ImportanceMeasure.Paired([]).ShouldBe(ImportanceValue.None(MissingReason.NoCommonSeed));
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(double.Epsilon, 1e300)]
    public void A_vanishing_baseline_gives_no_percentage(double baseline, double augmented)
    {
        ImportanceMeasure.Pooled([baseline, 1], [augmented, 1]).ShouldBe(ImportanceValue.None(MissingReason.VanishingBaseline));
        ImportanceMeasure.Paired([(baseline, augmented), (1, 1)]).ShouldBe(ImportanceValue.None(MissingReason.VanishingBaseline));
    }

    [Fact]
    public void A_perfect_augmented_model_improves_by_a_hundred_percent() =>
        ImportanceMeasure.Pooled([1, 2], [0, 0]).Percent.ShouldBe(new PercentChange(-100, -100, -100));

    // mean augmented is at most max augmented, mean baseline at least min baseline, so change is at most upper; likewise lower.
    // It holds to the last bit because rounding is monotone, hence no tolerance.
    [Fact]
    public void Lower_change_and_upper_are_in_order_for_all_positive_errors() =>
        Prop.ForAll(
                Runs,
                runs =>
                {
                    var pooled = ImportanceMeasure.Pooled(Baseline(runs), Augmented(runs)).Percent!.Value;
                    var paired = ImportanceMeasure.Paired(runs).Percent!.Value;
                    return pooled.Lower <= pooled.Change
                        && pooled.Change <= pooled.Upper
                        && paired.Lower <= paired.Change
                        && paired.Change <= paired.Upper;
                }
            )
            .QuickCheckThrowOnFailure();

    // Every a_s / b_s lies between min a / max b and max a / min b.
    [Fact]
    public void The_paired_range_lies_within_the_pooled_range() =>
        Prop.ForAll(Runs, runs =>
        {
            var pooled = ImportanceMeasure.Pooled(Baseline(runs), Augmented(runs)).Percent!.Value;
            var paired = ImportanceMeasure.Paired(runs).Percent!.Value;
            return pooled.Lower <= paired.Lower && paired.Upper <= pooled.Upper;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_unit_of_the_errors_does_not_matter() =>
        Prop.ForAll(
                Runs,
                Positive,
                (runs, factor) =>
                {
                    var scaled = runs.Select(run => (run.Baseline * factor, run.Augmented * factor)).ToArray();
                    ShouldAgree(
                        ImportanceMeasure.Pooled(Baseline(scaled), Augmented(scaled)),
                        ImportanceMeasure.Pooled(Baseline(runs), Augmented(runs)));
                    ShouldAgree(ImportanceMeasure.Paired(scaled), ImportanceMeasure.Paired(runs));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_seeds_does_not_matter_to_the_last_bit() =>
        Prop.ForAll(
                Runs,
                ArbMap.Default.ArbFor<int>(),
                (runs, seed) =>
                {
                    var shuffled = runs.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    return ImportanceMeasure.Pooled(Baseline(shuffled), Augmented(shuffled))
                            == ImportanceMeasure.Pooled(Baseline(runs), Augmented(runs))
                        && ImportanceMeasure.Paired(shuffled) == ImportanceMeasure.Paired(runs);
                }
            )
            .QuickCheckThrowOnFailure();

    private static Arbitrary<double> Positive { get; } = Gen.Choose(1, 1_000_000).Select(n => n / 977.0).ToArbitrary();

    private static Arbitrary<(double Baseline, double Augmented)[]> Runs { get; } =
        Positive
            .Generator.Two()
            .Select(pair => (Baseline: pair.Item1, Augmented: pair.Item2))
            .NonEmptyListOf()
            .Select(list => list.ToArray())
            .ToArbitrary();

    private static double[] Baseline((double Baseline, double Augmented)[] runs) => [.. runs.Select(run => run.Baseline)];

    private static double[] Augmented((double Baseline, double Augmented)[] runs) => [.. runs.Select(run => run.Augmented)];

    // Ratios reach 1e6, so percentages 1e8: 1e-12 relative to them, and 1e-10 where quotients near 1 cancel.
    private static void ShouldAgree(ImportanceValue actual, ImportanceValue expected)
    {
        var (a, e) = (actual.Percent!.Value, expected.Percent!.Value);
        foreach (var (x, y) in new[] { (a.Change, e.Change), (a.Upper, e.Upper), (a.Lower, e.Lower) })
            x.ShouldBe(y, 1e-10 + 1e-12 * Math.Abs(y));
    }
}
