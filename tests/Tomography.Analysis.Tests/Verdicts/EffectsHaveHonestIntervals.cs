using System.Collections.Immutable;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Tomography.Analysis.Tests;

/// <summary>The interval of an effect, over many simulated datasets whose truth is known.</summary>
public class EffectsHaveHonestIntervals(ITestOutputHelper output)
{
    private const int Draws = 400;

    [Theory]
    [InlineData(300, 5, 0.0, 0.02, 1, false)]
    [InlineData(300, 3, 0.0, 0.04, 1, false)]
    [InlineData(1000, 5, -0.2, 0.03, 1, false)]
    [InlineData(1000, 5, 0.0, 0.0, 1, false)] // training adds nothing
    [InlineData(1000, 5, -0.1, 0.03, 4, false)] // polymorphs that go together
    [InlineData(1000, 5, -0.1, 0.03, 4, true)] // test parts that rotate
    public void They_hold_the_truth_in_about_95_of_100_datasets(
        int crystals, int seeds, double truth, double scatter, int perFormula, bool rotates)
    {
        var hits = Enumerable.Range(0, Draws).Count(draw =>
        {
            var effect = Drawn(new(7_000 + draw), crystals, seeds, truth, scatter, perFormula, rotates);
            return effect.Low <= truth && truth <= effect.High;
        });
        output.WriteLine($"{crystals} crystals, {seeds} seeds, truth {truth}: {100.0 * hits / Draws:0.0} % of the intervals hold it");
        (hits / (double)Draws).ShouldBeInRange(0.925, 0.99);
    }

    [Fact]
    public void Where_a_feature_adds_nothing_chance_makes_one_claim_in_twenty_at_most()
    {
        var claims = Enumerable.Range(0, Draws).Count(d => Drawn(new(d), 500, 5, 0, 0.03, 2, false).PValue < 0.05);
        output.WriteLine($"{100.0 * claims / Draws:0.0} % of features without information claim something at 5 %");
        (claims / (double)Draws).ShouldBeLessThan(0.07);
    }

    [Fact]
    public void The_smallest_effect_that_is_found_is_found_four_times_out_of_five()
    {
        // Each study knows it only as well as its own scatter.
        var least = Enumerable.Range(0, 50).Average(d => Drawn(new(d), 1000, 5, 0, 0.02, 1, false).SmallestFound);
        var found = Enumerable.Range(0, Draws).Count(d => Drawn(new(d), 1000, 5, -least, 0.02, 1, false).PValue < 0.05);
        output.WriteLine($"{100.0 * found / Draws:0.0} % of effects of the smallest size are found");
        (found / (double)Draws).ShouldBeInRange(0.72, 0.92);
    }

    [Fact]
    public void Crystals_of_one_formula_are_less_evidence_than_as_many_formulas()
    {
        double Error(int perFormula) => Enumerable.Range(0, 50).Average(d => Drawn(new(d), 1000, 5, 0, 0, perFormula, false).StandardError);
        Error(10).ShouldBeGreaterThan(1.25 * Error(1));
    }

    [Theory]
    [InlineData(1, false)] // seeds that test some of the same crystals
    [InlineData(4, false)]
    [InlineData(4, true)] // and crystals of the same formulas
    public void What_crystals_explain_of_the_scatter_of_seeds_is_taken_off_without_bias(int perFormula, bool rotates)
    {
        double[] training = [.. Enumerable.Range(0, Draws).Select(d => PartsOf(new(d), 500, 5, -0.1, 0, perFormula, rotates).Training)];
        var mean = training.Average();
        var error = Math.Sqrt(training.Sum(t => (t - mean) * (t - mean)) / Draws / (Draws - 1));
        output.WriteLine($"training that adds nothing: {mean:e2} +- {error:e2}");
        mean.ShouldBeInRange(-3 * error, 3 * error);
        training.Count(t => t < 0).ShouldBeInRange(Draws / 3, 3 * Draws / 4);
    }

    [Theory]
    [InlineData(2, 5, true)] // two formulas, which all seeds test
    [InlineData(2, 3, false)]
    [InlineData(5, 5, false)]
    [InlineData(30, 5, true)]
    public void What_training_brings_is_not_laid_to_formulas_however_few_they_are(int formulas, int seeds, bool rotates)
    {
        const double Scatter = 0.1;
        double[] training =
            [.. Enumerable.Range(0, Draws).Select(d => PartsOf(new(d), 500, seeds, -0.1, Scatter, 500 / formulas, rotates).Training)];
        var mean = training.Average();
        var error = Math.Sqrt(training.Sum(t => (t - mean) * (t - mean)) / Draws / (Draws - 1));
        output.WriteLine($"{formulas} formulas, {seeds} seeds: {mean:e2} +- {error:e2} of {Scatter * Scatter:e2}");
        mean.ShouldBe(Scatter * Scatter, 3 * error);
    }

    [Fact]
    public void Claims_are_corrected_for_their_number()
    {
        BenjaminiHochberg.Of([0.01, 0.04, 0.03, 0.5]).ShouldBe([0.04, 0.16 / 3, 0.16 / 3, 0.5], 1e-12);
        BenjaminiHochberg.Of([]).ShouldBeEmpty();
        BenjaminiHochberg.Of([1, 1]).ShouldBe([1.0, 1]);
    }

    [Fact]
    public void A_single_formula_explains_nothing_of_what_seeds_scatter()
    {
        var random = new Random(3);
        ErrorPair[] pairs = [.. Enumerable.Range(0, 5).Select(s => Pair(s, 1 + 0.1 * Normal(random)))];
        var parts = EffectEstimator.Of(pairs, new([0, 0, 0, 0])).ShouldNotBeNull();
        parts.Training.ShouldBeGreaterThan(0.001);
        EffectEstimator.Finished([parts])[0]!.StandardError.ShouldBeGreaterThan(0.02);

        static ErrorPair Pair(int seed, double more) => new(
            seed, new([0, 1, 2, 3], [1, 1, 1, 1], 12), new([0, 1, 2, 3], [more, more, more, more], 12));
    }

    [Fact]
    public void A_seed_whose_model_makes_no_error_at_all_still_gives_numbers()
    {
        var parts = EffectEstimator.Of([Pair(0, 0, 0.1), Pair(1, 0.2, 0.1), Pair(2, 0, 0)], new([0, 1, 2, 3])).ShouldNotBeNull();
        parts.IsFinite.ShouldBeTrue();
        (parts.LeastZ < 0, parts.MostZ > 3).ShouldBe((true, true), "one seed is better, another as much worse as can be");

        static ErrorPair Pair(int seed, double less, double more) => new(
            seed, new([0, 1, 2, 3], [less, less, less, less], 12), new([0, 1, 2, 3], [more, more, 2 * more, more], 12));
    }

    /// <summary>
    /// One dataset: errors of the baseline differ from crystal to crystal, those with the feature by a part of the crystal, one of its
    /// formula, one of the seed, and noise.
    /// </summary>
    private static EffectParts PartsOf(
        Random random, int crystals, int seeds, double truth, double scatter, int perFormula, bool rotates)
    {
        int[] clusters = [.. Enumerable.Range(0, crystals).Select(i => i / perFormula)];
        var ofFormula = Draw(crystals, () => 0.3 * Normal(random));
        // What other formulas would have taught, as much as trained models show; nothing where there is no effect. Where each crystal has a
        // formula of its own, seeds learn from different ones, and show it.
        var taught = truth == 0 || perFormula == 1 ? 0 : 0.3 * Math.Sqrt(1.2 * perFormula / crystals) * Normal(random);
        var ofCrystal = Draw(crystals, () => 0.3 * Normal(random));
        var size = Draw(crystals, () => Math.Exp(0.8 * Normal(random)));
        var order = Enumerable.Range(0, crystals).ToArray();
        random.Shuffle(order);
        var test = crystals / 5;
        var pairs = new List<ErrorPair>();
        for (var s = 0; s < seeds; s++)
        {
            if (!rotates) random.Shuffle(order);
            ImmutableArray<int> part = [.. order.Skip(rotates ? s * test : 0).Take(test)];
            var shift = scatter * Normal(random);
            var less = part.Select(i => size[i] * (1 + 0.2 * Math.Abs(Normal(random)))).ToImmutableArray();
            var more = part.Select((i, k) => Math.Max(
                0,
                less[k] * (1 + truth + taught + shift + ofFormula[clusters[i]] + ofCrystal[i] + 0.2 * Normal(random)))).ToImmutableArray();
            pairs.Add(new(s, new(part, less, 3 * test), new(part, more, 3 * test)));
        }

        return EffectEstimator.Of(pairs, new(clusters)).ShouldNotBeNull();
    }

    private static Effect Drawn(Random random, int crystals, int seeds, double truth, double scatter, int perFormula, bool rotates) =>
        EffectEstimator.Finished([PartsOf(random, crystals, seeds, truth, scatter, perFormula, rotates)])
            .ShouldHaveSingleItem().ShouldNotBeNull();

    private static double[] Draw(int count, Func<double> one) => [.. Enumerable.Range(0, count).Select(_ => one())];

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
