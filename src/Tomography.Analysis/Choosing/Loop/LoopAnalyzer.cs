using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Says how policies did against random choice.</summary>
public static class LoopAnalyzer
{
    private const double TopShare = 0.01, GoodShare = 0.05;

    // Draws of random choice for each repeat; their mean is the reference.
    private const int Draws = 100;

    /// <summary>Analyses the runs of a loop.</summary>
    /// <param name="settings">How it was simulated.</param>
    /// <param name="laboratory">What is true.</param>
    /// <param name="runs">The runs, each policy with as many repeats.</param>
    public static LoopAnalysis Of(LoopSettings settings, Laboratory laboratory, ImmutableArray<Trajectory> runs)
    {
        var random = Random(settings, laboratory, [.. runs.DistinctBy(r => r.Repeat).Select(r => r.Start)]);
        ImmutableArray<RunOutcome> outcomes =
            [.. runs.Select(r => new RunOutcome(r, [.. Reached(r.Start, r.Order, laboratory)], TopFound(r, laboratory)))];
        return new(
            settings, laboratory.Count, laboratory.Feasible, laboratory.CountOf(TopShare), random,
            [.. outcomes.GroupBy(o => o.Run.Policy).Select(g => Outcome(g.Key, [.. g], settings, laboratory, random))], outcomes);
    }

    /// <summary>The first materials of a repeat: any that are not among the best 5 %, so that there is something to find.</summary>
    public static ImmutableArray<int> StartOf(LoopSettings settings, Laboratory laboratory, int repeat)
    {
        int[] others = [.. Enumerable.Range(0, laboratory.Count).Where(m => !laboratory.IsTop(m, GoodShare))];
        new SplitMixRandom(0x7374_6172_74UL + (ulong)repeat).Shuffle<int>(others);
        return [.. others.Take(settings.Start).Order()];
    }

    /// <summary>Share of the best 1 % that a run measured.</summary>
    private static double TopFound(Trajectory run, Laboratory laboratory) =>
        (double)run.Order.Count(m => laboratory.IsTop(m, TopShare)) / laboratory.CountOf(TopShare);

    private static PolicyOutcome Outcome(
        LoopPolicy policy, RunOutcome[] found, LoopSettings settings, Laboratory laboratory, ImmutableArray<double> random)
    {
        Trajectory[] runs = [.. found.Select(f => f.Run)];
        double[][] reached = [.. found.Select(f => f.Reached.ToArray())];
        var lattices = runs.Select(r => LoopLattices.Weights(r.Lattices)).ToArray();
        double[] covered = [.. runs.Select(Covered).OfType<double>()];
        return new()
        {
            Policy = policy,
            Reached = [.. Enumerable.Range(0, reached.Min(r => r.Length))
                .Select(n => (reached.Average(r => r[n]), reached.Min(r => r[n]), reached.Max(r => r[n])))],
            AccelerationToOne = Acceleration(TopShare),
            AccelerationToFive = Acceleration(GoodShare),
            Unfinished = runs.Count(r => !r.Order.Any(m => laboratory.IsTop(m, TopShare))),
            Enhancement = LoopInterval.Of([.. reached.Select(r => random[^1] > 0 ? r[^1] / random[r.Length - 1] : 1)]),
            TopFound = LoopInterval.Of([.. found.Select(f => f.TopFound)]),
            WeakCovered = covered.Length == 0 ? null : LoopInterval.Of(covered),
            Drift = Mean(lattices.Select(l => LoopLattices.Drift(l))),
            DampedDrift = Mean(lattices.Select(l => LoopLattices.Drift(LoopLattices.Damped(l, settings.Damping)))),
            ErrorChange = runs.Any(r => r.Errors.Length < 2)
                ? []
                : [.. settings.Goals.Select((_, g) => LoopInterval.OfRatios([.. runs.Select(r => r.Errors[^1][g] / r.Errors[0][g])]))],
        };

        LoopInterval Acceleration(double share)
        {
            var expected = ExpectedFirst(laboratory.Count - settings.Start, laboratory.CountOf(share), settings.Experiments);
            // The mean of quotients would be above 1 for random choice itself: a quotient of means.
            var taken = LoopInterval.Of([.. runs.Select(r => (double)FirstOf(r.Order, m => laboratory.IsTop(m, share)))]);
            return new(expected / taken.Mean, expected / taken.High, expected / Math.Max(1, taken.Low));
        }
    }

    /// <summary>
    /// At which experiment the first of the best comes on average by random choice, one after the last where none comes: as of policies, so
    /// that random choice has a factor of 1 on average.
    /// </summary>
    /// <param name="left">How many materials there are to choose from.</param>
    /// <param name="best">How many of them are the best.</param>
    /// <param name="experiments">How many experiments there are.</param>
    internal static double ExpectedFirst(int left, int best, int experiments)
    {
        var (sum, none) = (0.0, 1.0);
        for (var k = 0; k <= experiments; k++)
        {
            // The chance that the first k are none of the best.
            sum += none;
            none *= Math.Max(0, (left - best - k) / (double)(left - k));
        }

        return sum;
    }

    private static LoopInterval? Mean(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length == 0 ? null : LoopInterval.Of(known);
    }

    private static int FirstOf(ImmutableArray<int> order, Func<int, bool> isGood)
    {
        for (var i = 0; i < order.Length; i++)
            if (isGood(order[i]))
                return i + 1;
        return order.Length + 1;
    }

    private static double? Covered(Trajectory run)
    {
        if (run.Lattices.Length < 2) return null;
        var last = run.Lattices[^1].ToDictionary(e => (e.Feature, e.Target));
        LoopEdge[] weak = [.. run.Lattices[0].Where(e => e.IsWeak)];
        if (weak.Length == 0) return null;
        return (double)weak.Count(e => last.TryGetValue((e.Feature, e.Target), out var now) && !now.IsWeak) / weak.Length;
    }

    private static double[] Reached(ImmutableArray<int> start, IReadOnlyList<int> order, Laboratory laboratory) =>
        [.. Enumerable.Range(0, order.Count + 1).Select(n => laboratory.Reached(start.Concat(order.Take(n))))];

    private static ImmutableArray<double> Random(LoopSettings settings, Laboratory laboratory, ImmutableArray<ImmutableArray<int>> starts)
    {
        var sums = new double[settings.Experiments + 1];
        for (var draw = 0; draw < Draws; draw++)
        {
            var start = starts[draw % starts.Length];
            int[] left = [.. Enumerable.Range(0, laboratory.Count).Except(start)];
            new SplitMixRandom(0x7261_6E64UL + (ulong)draw).Shuffle<int>(left);
            var reached = Reached(start, left[..Math.Min(left.Length, settings.Experiments)], laboratory);
            for (var n = 0; n < sums.Length; n++) sums[n] += reached[Math.Min(n, reached.Length - 1)] / Draws;
        }

        return [.. sums];
    }
}
