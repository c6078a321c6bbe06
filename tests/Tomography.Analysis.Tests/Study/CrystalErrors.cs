using System.Collections.Immutable;
using Tomography.Datasets;

namespace Tomography.Analysis.Tests;

/// <summary>Errors on single crystals for studies whose mean errors a test states by hand.</summary>
internal static class CrystalErrors
{
    /// <summary>Test crystals of each seed.</summary>
    public const int Crystals = 60;

    /// <summary>The study with trainings that have come to rest.</summary>
    public static StudyResults Converged(this StudyResults results) =>
        results with { Scores = [.. results.Scores.Select(score => score with { BestEpoch = 5, Epochs = 10 })] };

    /// <summary>
    /// Options with errors of single crystals: each seed has its own, whose errors lie evenly from half of the model's mean to one and a
    /// half of it, so that a feature changes all of them alike. Every crystal has a formula of its own.
    /// </summary>
    public static AnalysisOptions WithCrystals(this AnalysisOptions options, StudyResults results)
    {
        var means = results.Scores.ToDictionary(score => (score.Model, score.Target), score => score.TestMae);
        int[] seeds = [.. results.Seeds, .. results.FurtherSeeds];
        return options with
        {
            TestErrors = (model, target) => means.TryGetValue((model, target), out var mean)
                ? Errors(mean, Array.IndexOf(seeds, model.Seed))
                : null,
            Formulas = [.. Enumerable.Range(0, seeds.Length * Crystals).Select(place => $"F{place}")],
        };
    }

    private static TestErrors Errors(double mean, int seed) => new(
        [.. Enumerable.Range(seed * Crystals, Crystals)],
        [.. Enumerable.Range(0, Crystals).Select(place => mean * (0.5 + (place + 0.5) / Crystals))],
        3 * Crystals);
}
