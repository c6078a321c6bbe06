using System.Collections.Immutable;
using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What formulas that are both learnt from and tested do to the interval of an effect.</summary>
public class FormulasWidenIntervals
{
    [Fact]
    public void An_interval_leaves_out_no_effect_where_and_only_where_the_chance_is_below_5_percent()
    {
        foreach (var effect in Many())
        {
            (effect.Low > 0 || effect.High < 0).ShouldBe(effect.PValue < 0.05, $"{effect} {effect.Low} {effect.High} {effect.PValue}");
            effect.Low.ShouldBeLessThan(effect.Change);
            effect.High.ShouldBeGreaterThan(effect.Change);
        }
    }

    [Fact]
    public void Both_ends_are_by_their_ratio_where_a_true_effect_of_that_size_is_just_doubted()
    {
        Effect[] all = [.. Many()];
        var clipped = 0;
        foreach (var effect in all)
            foreach (var end in new[] { effect.Low, effect.High })
            {
                if (Math.Abs(Math.Abs(end) - 1e-6) < 1e-12) clipped++;
                // So near to no error at all its ratio has no digits left.
                else if (1 + end > 1e-8 && !IsStopped(effect, end)) Doubt(effect, end).ShouldBe(Quantile, 1e-6, $"{effect} {end}");
            }

        // Ends that the ratio would take to the other side of 0.
        clipped.ShouldBeInRange(1, 250);
        // On either side of 0, and below and above what is large.
        var reached = all.SelectMany(e => new[] { e.Low, e.High }).CountBy(end => (end < 0, Math.Abs(end) < Effect.Large)).ToArray();
        reached.Length.ShouldBe(4);
        reached.ShouldAllBe(count => count.Value > 50);
    }

    [Fact]
    public void An_interval_lies_between_no_error_and_a_finite_one()
    {
        (double, double)[] odd = [(-1, 1e-6), (-1, 0.5), (-0.999999, 3), (-0.9, 40), (0, 1e-6), (5, 100), (1e6, 1)];
        foreach (var (change, error) in odd)
        {
            var effect = Made(change, error, 0.001);
            effect.Low.ShouldBeInRange(-1, change, $"{effect}");
            effect.High.ShouldBeInRange(change, change + 2 * Quantile * (error + 0.04), $"{effect}");
        }
    }

    [Fact]
    public void Every_effect_between_the_ends_is_not_doubted_and_those_beside_them_are()
    {
        foreach (var effect in Many().Where(e => e.StandardError < 0.2 && e.Change > -0.8))
        {
            // The chance may hold an end at a 0 that its logarithm doubts.
            var most = Math.Min(Math.Abs(effect.Low), Math.Abs(effect.High)) < 1.1e-6 ? 1.25 * Quantile : Quantile + 1e-6;
            for (var step = 1; step < 40; step++)
                Doubt(effect, effect.Low + step / 40.0 * (effect.High - effect.Low)).ShouldBeLessThan(most, $"{effect} {step}");
            if (Math.Abs(effect.Low) > 0.01 && effect.Low > -0.99) Doubt(effect, effect.Low - 0.001).ShouldBeGreaterThan(Quantile - 1e-6);
            if (Math.Abs(effect.High) > 0.01 && !IsStopped(effect, effect.High))
                Doubt(effect, effect.High + 0.001).ShouldBeGreaterThan(Quantile - 1e-6);
        }
    }

    [Fact]
    public void What_is_drawn_around_an_effect_has_its_interval()
    {
        foreach (var effect in Many())
        {
            effect.At(0).ShouldBe(effect.Change);
            // But for an end that stands at 0 because the chance says so.
            if (Math.Abs(effect.Low) > 1.1e-6) effect.At(-Quantile).ShouldBe(effect.Low, 1e-9);
            if (Math.Abs(effect.High) > 1.1e-6) effect.At(Quantile).ShouldBe(effect.High, 1e-9);
        }
    }

    [Fact]
    public void What_formulas_bring_grows_with_the_effect_up_to_a_fifth()
    {
        foreach (var change in new[] { -0.5, -0.3, -0.1, -0.02, 0 })
        {
            var low = Made(change, 0.02, 0.001).Low;
            var added = Math.Pow((1 + change) * Math.Log((1 + low) / (1 + change)) / Quantile, 2) - 0.0004;
            added.ShouldBe(0.001 * Math.Min(1, -Math.Log(1 + low) / 0.2), 1e-9);
        }
    }

    [Fact]
    public void Without_a_variance_of_formulas_an_interval_is_as_wide_to_both_sides_by_its_ratio()
    {
        foreach (var (change, error) in new[] { (-0.8, 0.04), (-0.3, 0.04), (0.0, 0.1), (0.4, 0.1) })
        {
            var effect = Made(change, error, 0);
            ((1 + effect.High) / (1 + change)).ShouldBe((1 + change) / (1 + effect.Low), 1e-9);
            ((1 + effect.High) / (1 + change)).ShouldBe(Math.Exp(Quantile * error / (1 + change)), 1e-9);
        }
    }

    [Fact]
    public void A_formula_whose_crystals_are_tested_together_is_learnt_from_by_no_model_that_it_tests()
    {
        // Four formulas of two crystals each: a seed tests two formulas, or one crystal of each.
        Of(s_formulasDiffer, [[0, 1, 2, 3], [4, 5, 6, 7]]).FormulaVariance.ShouldBe(0);
        Of(s_formulasDiffer, [[0, 2, 4, 6], [1, 3, 5, 7]]).FormulaVariance.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Crystals_that_differ_within_their_formula_alone_say_nothing_of_formulas() =>
        Of(s_crystalsDiffer, [[0, 2, 4, 6], [1, 3, 5, 7]]).FormulaVariance.ShouldBe(0);

    [Fact]
    public void What_an_edge_shows_of_formulas_is_drawn_half_way_to_what_all_edges_of_its_target_show()
    {
        int[][] parts = [[0, 2, 4, 6], [1, 3, 5, 7]];
        var (differ, same) = (PartsOf(s_formulasDiffer, parts), PartsOf(s_crystalsDiffer, parts));
        same.Learnt.ShouldBe(0);
        var alone = EffectEstimator.Scatters([differ])[0]!;
        alone.Learnt.ShouldBe(differ.Learnt, 1e-12);
        var beside = EffectEstimator.Scatters([differ, null, same]);
        var share = differ.Learnt / (differ.Sampling + same.Sampling);
        beside[0]!.Learnt.ShouldBe((differ.Learnt + share * differ.Sampling) / 2, 1e-12);
        beside[1].ShouldBeNull();
        beside[2]!.Learnt.ShouldBe(share * same.Sampling / 2, 1e-12);
        beside[2]!.Learnt.ShouldBeGreaterThan(0);
    }

    private static readonly double[] s_formulasDiffer = [0.2, 0.3, 0.5, 0.4, 0.3, 0.35, 0.6, 0.5],
        s_crystalsDiffer = [0.3, 0.5, 0.5, 0.3, 0.3, 0.5, 0.5, 0.3];

    private static double Quantile { get; } = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, 30, 0.975);

    private static IEnumerable<Effect> Many()
    {
        var random = new Random(5);
        return Enumerable.Range(0, 1000)
            .Select(_ => Made(2 * random.NextDouble() - 1, 0.5 * random.NextDouble() + 1e-4, random.Next(3) * random.NextDouble() / 20));
    }

    private static Effect Made(double change, double error, double formulas) =>
        new(change, error, 30, 5, 100, 0.5) { FormulaVariance = formulas };

    // Upwards no farther than 1.7 times as far as without logarithms.
    private static bool IsStopped(Effect effect, double end)
    {
        var most = Math.Sqrt(effect.StandardError * effect.StandardError + effect.FormulaVariance);
        var far = (end - effect.Change) / (Math.E - 1);
        return far >= 1 + effect.Change - 1e-9 && Math.Abs(far - Quantile * most) < 1e-9;
    }

    // By the logarithms of what effects leave of the error, in standard errors of the effect.
    private static double Doubt(Effect effect, double end)
    {
        var left = 1 + effect.Change;
        return Math.Abs(Math.Log((1 + end) / left)) * left / Effect.ErrorOf(effect.StandardError, effect.FormulaVariance, end);
    }

    private static Effect Of(double[] with, int[][] parts) => EffectEstimator.Finished([PartsOf(with, parts)])[0]!;

    private static EffectParts PartsOf(double[] with, int[][] parts)
    {
        var pairs = parts.Select((part, seed) => new ErrorPair(
            seed,
            new([.. part], [.. part.Select(_ => 1.0)], 4),
            new([.. part], [.. part.Select(i => with[i])], 4))).ToImmutableArray();
        return EffectEstimator.Of(pairs, new([0, 0, 1, 1, 2, 2, 3, 3]))!;
    }
}
