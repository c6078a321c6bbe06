using Shouldly;
using Xunit;

namespace Tomography.Analysis.Tests;

/// <summary>What formulas do to an effect, against the same computed by really leaving out one at a time.</summary>
public class FormulasAreLeftOutOneByOne
{
    [Fact]
    public void Their_variance_is_that_of_the_effects_without_one_of_them()
    {
        for (var draw = 0; draw < 50; draw++)
        {
            var crystals = Crystals(new(draw), formulas: 2 + draw % 7);
            double[] without = [.. crystals.Select(c => c.Formula).Distinct().Select(f => Change(crystals.Where(c => c.Formula != f)))];
            var jackknife = (without.Length - 1.0) / without.Length * without.Sum(c => Square(c - Change(crystals)));
            Moves(crystals).Variance.ShouldBe(jackknife, 1e-9 * jackknife);
        }
    }

    [Fact]
    public void Of_equally_many_crystals_they_are_worth_their_number_and_beside_a_frequent_one_hardly_more_than_one()
    {
        Moves([.. Enumerable.Range(0, 60).Select(i => (i % 6, 1.0, 0.9))]).Worth.ShouldBe(6, 1e-9);
        // Half of the crystals have one formula, all others one each: 1 / (1/4 + 30 / 60^2).
        Moves([.. Enumerable.Range(0, 60).Select(i => (i < 30 ? 0 : i, 1.0, 0.9))]).Worth.ShouldBe(1 / (0.25 + 30.0 / 3600), 1e-9);
        // One of 60 formulas of one crystal each has half of the error.
        Moves([.. Enumerable.Range(0, 60).Select(i => (i, i == 0 ? 59.0 : 1, 0.9))]).Worth.ShouldBe(1 / (0.25 + 59.0 / 118 / 118), 1e-9);
    }

    [Fact]
    public void A_single_one_says_nothing_of_others()
    {
        var moves = Moves([(0, 1, 0.5), (0, 2, 1.2), (0, 3, 3)]);
        (moves.Count, moves.Variance, moves.Worth).ShouldBe((1, 0, 1));
        moves.Beyond([KeyValuePair.Create(0, (0.1, 0.2))], 0.2).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 1)] // formulas of equally many crystals
    [InlineData(0.4, 1)] // two of five crystals have one formula
    [InlineData(0.1, 9)] // one formula has the larger errors
    [InlineData(0.4, 0.1)] // or the smaller
    public void Crystals_that_have_nothing_in_common_show_nothing_of_formulas_on_the_average(double ofOne, double error)
    {
        const int Draws = 2000;
        double[] beyond = [.. Enumerable.Range(0, Draws).Select(draw =>
        {
            var random = new Random(draw);
            (int Formula, double, double)[] crystals =
            [
                .. Enumerable.Range(0, 100).Select(i => i < 100 * ofOne
                    ? (0, error, error * (1 + 0.3 * (random.NextDouble() - 0.5)))
                    : (1 + i % 10, 1.0, 1 + 0.3 * (random.NextDouble() - 0.5))),
            ];
            var moves = Moves(crystals);
            var single = MovesOf(crystals);
            return moves.Beyond(crystals.Select((c, i) => (c.Formula, Move: single[i])).GroupBy(c => c.Formula, c => c.Move)
                .Select(g => KeyValuePair.Create(g.Key, (g.Sum(), g.Sum(Square)))), single.Sum(Square));
        })];
        var mean = beyond.Average();
        mean.ShouldBe(0, 3 * Math.Sqrt(beyond.Sum(b => Square(b - mean)) / Draws / Draws));
    }

    private static (int Formula, double Without, double With)[] Crystals(Random random, int formulas) =>
    [
        .. Enumerable.Range(0, 40).Select(i => (
            i < formulas ? i : (int)(formulas * random.NextDouble() * random.NextDouble()), 0.1 + random.NextDouble(),
            random.NextDouble())),
    ];

    private static double Change(IEnumerable<(int, double Without, double With)> crystals) =>
        crystals.Sum(c => c.With) / crystals.Sum(c => c.Without) - 1;

    private static double[] MovesOf((int, double Without, double With)[] crystals)
    {
        var (change, error) = (Change(crystals.Select(c => c)), crystals.Sum(c => c.Without));
        return [.. crystals.Select(c => (c.With - (1 + change) * c.Without) / error)];
    }

    private static FormulaMoves Moves((int Formula, double Without, double With)[] crystals)
    {
        var (moves, error, single) = (new FormulaMoves(), crystals.Sum(c => c.Without), MovesOf(crystals));
        for (var i = 0; i < crystals.Length; i++)
        {
            var part = CrystalPart.Of(
                crystals[i].Without, crystals[i].With, 1.0 / crystals.Length, error / crystals.Length,
                crystals.Average(c => c.With));
            part.Move.ShouldBe(single[i], 1e-12);
            moves.Add(crystals[i].Formula, part);
        }

        return moves;
    }

    private static double Square(double x) => x * x;
}
