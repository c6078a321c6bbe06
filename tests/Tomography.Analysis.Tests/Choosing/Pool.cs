using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>Candidates made by hand.</summary>
internal static class Pool
{
    public static readonly PropertyName Gap = new("band-gap"), Density = new("density"), Volume = new("volume");

    public static Goal Least(PropertyName property) => new(property, GoalAim.Minimise, null, null);

    public static Goal Most(PropertyName property) => new(property, GoalAim.Maximise, null, null);

    public static Goal Between(PropertyName property, double? from, double? to) => new(property, GoalAim.None, from, to);

    /// <summary>A pool: per goal and model what is predicted of each candidate.</summary>
    public static CandidatePool Of(ImmutableArray<Goal> goals, double[][][] predicted, double[][] known, double noise = 0) => new()
    {
        Goals = goals,
        Representation = Representation.Structure,
        Ids = [.. predicted[0][0].Select((_, i) => $"c{i}")],
        Formulas = [.. predicted[0][0].Select((_, i) => $"A{i}")],
        Predictions = [.. predicted.Select(p => new GoalPredictions([.. p], noise))],
        Known = known,
    };

    /// <summary>A pool of random numbers.</summary>
    public static CandidatePool Random(int goals, int candidates, int models, int known, ulong seed)
    {
        var random = new SplitMixRandom(seed);
        return Of(
            [.. Enumerable.Range(0, goals).Select(g => Least(new($"goal-{g}")))],
            [.. Enumerable.Range(0, goals).Select(_ =>
            {
                var centre = Draw(candidates);
                return Enumerable.Range(0, models).Select(_ => centre.Zip(Draw(candidates), (c, d) => c + 0.2 * d).ToArray()).ToArray();
            })],
            [.. Enumerable.Range(0, known).Select(_ => Draw(goals).Select(d => 0.4 + d).ToArray())]);

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Unit())];
    }
}
