using System.Diagnostics;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Benchmarks;

/// <summary>
/// How long a choice among many candidates takes once their predictions are there, against volumes computed anew for each.
/// </summary>
internal static class ChoosingSpeed
{
    private const int Candidates = 100_000, Models = 5, Known = 2_000, Batch = 100, Sample = 200;

    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine(
            $"Choosing {Batch} of {Candidates:N0} candidates by {Models} models each, {Known:N0} known materials, latent vectors of 64");
        foreach (var goals in (int[])[1, 2, 3, 4]) Print(goals);
    }

    private static void Print(int goals)
    {
        var pool = Pool(goals);
        var start = Stopwatch.GetTimestamp();
        var choice = CandidateChooser.Choose(pool, new(Batch));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        double[][] known = [.. choice.KnownFront.Select(k => choice.Space.Costs(k))];
        var worst = 0.0;
        for (var i = 0; i < Sample; i++) worst = Math.Max(worst, Math.Abs(Anew(pool, choice, known, i) - choice.Candidates[i].Improvement));
        var anew = Stopwatch.GetElapsedTime(start).TotalSeconds / Sample * Candidates;
        Console.WriteLine(
            $"  {goals} goals   {seconds,7:N2} s   front of {known.Length,4} known, path of {choice.Path.Candidates.Length,5};   "
                + $"volumes anew for each, one core: {anew,9:N1} s, {anew / seconds,7:N1} x; largest difference {worst:E1}");
    }

    private static double Anew(CandidatePool pool, Choice choice, double[][] known, int candidate)
    {
        var sum = 0.0;
        for (var model = 0; model < Models; model++)
        {
            var costs = choice.Space.Costs([.. pool.Predictions.Select(p => p.Members[model][candidate])]);
            sum += Hypervolume.Of([.. known, costs], choice.Space.Reference) - Hypervolume.Of(known, choice.Space.Reference);
        }

        return sum / Models;
    }

    /// <summary>Goals that hang together a little, as properties of crystals do; candidates lie where known materials do.</summary>
    private static CandidatePool Pool(int goals)
    {
        var random = new Random(7);
        var (all, known) = (Draw(Candidates), Draw(Known));
        return new()
        {
            Goals = [.. Enumerable.Range(0, goals).Select(g => new Goal(new($"goal-{g}"), GoalAim.Minimise, null, null))],
            Representation = Representation.Structure,
            Ids = [.. Enumerable.Range(0, Candidates).Select(i => $"c{i}")],
            Formulas = [.. Enumerable.Range(0, Candidates).Select(i => $"A{i}")],
            Predictions =
            [
                .. Enumerable.Range(0, goals).Select(g => new GoalPredictions(
                    [.. Enumerable.Range(0, Models).Select(_ => all.Select(c => c[g] + 0.2 * Normal()).ToArray())], 0.3)),
            ],
            Known = known,
            Places = LatentPlaces.Of([[.. Enumerable.Range(0, 64 * Candidates).Select(_ => (float)random.NextDouble())]], Candidates),
        };

        double[][] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ =>
        {
            var common = Normal();
            return Enumerable.Range(0, goals).Select(_ => 0.3 * common + Normal()).ToArray();
        })];

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
