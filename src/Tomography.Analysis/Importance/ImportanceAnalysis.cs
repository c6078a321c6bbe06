using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>Takes the importance of every feature for every target from the scores of a study.</summary>
public static class ImportanceAnalysis
{
    /// <summary>One table per representation, in the order of the study.</summary>
    /// <exception cref="ArgumentException">The scores contradict the study: a model twice or not asked for, an error that is no number of at least 0.</exception>
    public static ImmutableArray<ImportanceTable> Of(StudyResults results) => Of(results, new ScoreIndex(results));

    internal static ImmutableArray<ImportanceTable> Of(StudyResults results, ScoreIndex scores) =>
        [.. results.Representations.Select(representation => Table(results, scores, representation))];

    private static ImportanceTable Table(StudyResults results, ScoreIndex scores, Representation representation)
    {
        var seeds = scores.Seeds;
        var baselines = results.Targets.Select(target => scores.TestErrors(representation, target.Name, null)).ToArray();
        var rows = results.Features.Select(feature => results.Targets
            .Select((target, column) => Cell(
                feature.Name,
                target.Name,
                seeds,
                scores.SeedsOf(representation, target.Name, feature.Name),
                baselines[column],
                scores.TestErrors(representation, target.Name, feature.Name)))
            .ToImmutableArray());
        return new(representation, results.Features, results.Targets, [.. rows]);
    }

    private static ImportanceCell Cell(
        PropertyName feature, PropertyName target, ImmutableArray<int> seeds, IReadOnlySet<int> planned, IReadOnlyList<double?> baseline, IReadOnlyList<double?> augmented)
    {
        // A target has baselines for the further seeds of every feature; those of another feature would be compared with nothing here.
        var without = baseline.Where((_, place) => planned.Contains(seeds[place])).OfType<double>().ToArray();
        var with = augmented.OfType<double>().ToArray();
        var pairs = seeds.Select((seed, place) => (Seed: seed, Baseline: baseline[place], Augmented: augmented[place]))
            .Where(pair => pair is { Baseline: not null, Augmented: not null })
            .Select(pair => (pair.Seed, Baseline: pair.Baseline!.Value, Augmented: pair.Augmented!.Value))
            .ToArray();
        var pooled = ImportanceMeasure.Pooled(without, with);
        // Where a whole side is missing, that is the better reason than "no common seed".
        var paired = without.Length == 0 || with.Length == 0 ? pooled : ImportanceMeasure.Paired([.. pairs.Select(pair => (pair.Baseline, pair.Augmented))]);
        return new(feature, target, pooled, paired, planned.Count, without.Length, with.Length, pairs.Length)
        {
            SeedChanges = paired.Percent is null ? [] : [.. pairs.Select(pair => new SeedChange(pair.Seed, ImportanceMeasure.Change(pair.Augmented, pair.Baseline)))],
        };
    }
}
