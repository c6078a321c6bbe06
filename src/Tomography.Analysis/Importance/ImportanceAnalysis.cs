using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Takes the importance of every row of features for every target from the scores of a study.</summary>
internal static class ImportanceAnalysis
{
    /// <summary>One table per representation, in the order of the study.</summary>
    /// <exception cref="ArgumentException">
    /// The study contradicts itself: a model twice or not asked for, an error that is no number of at least 0.
    /// </exception>
    public static ImmutableArray<ImportanceTable> Of(StudyResults results) => Of(results, new ScoreIndex(results));

    internal static ImmutableArray<ImportanceTable> Of(StudyResults results, ScoreIndex scores) =>
    [
        .. results.Representations.Select(representation => new ImportanceTable(
            representation,
            results.Features,
            results.Targets,
            [
                .. results.Features.Select(features => results.Targets
                    .Select(target => (Target: target.Name, Given: results.Given(features, target.Name)))
                    .Select(each => Cell(
                        each.Given, each.Target, [.. scores.Models(representation, each.Target, each.Given)], scores))
                    .ToImmutableArray()),
            ])),
    ];

    private static ImportanceCell Cell(PropertySet features, PropertyName target, ModelSpec[] models, ScoreIndex scores)
    {
        // Each model beside its own baseline, the one on the same materials: those of another feature would be compared with nothing here.
        var seeds = models.Select(model =>
            (model.Seed, Baseline: scores.Find(model.Baseline, target), Augmented: scores.Find(model, target))).ToArray();
        var (without, with) = (seeds.Count(seed => seed.Baseline is not null), seeds.Count(seed => seed.Augmented is not null));
        var pairs = seeds.Where(seed => seed is { Baseline: not null, Augmented: not null })
            .Select(seed => (seed.Seed, Baseline: seed.Baseline!.TestMae, Augmented: seed.Augmented!.TestMae)).ToArray();
        // Where a whole side is missing, that is the better reason than "no common seed".
        MissingReason? missing = models.Length == 0 ? MissingReason.NotAskedFor
            : without == 0 ? MissingReason.NoBaseline
            : with == 0 ? MissingReason.NoAugmentedModel
            : null;
        // Common seeds alone, in both forms: seeds that only one side has would be compared with other splits.
        var pooled = missing is { } none ? ImportanceValue.None(none)
            : ImportanceMeasure.Pooled([.. pairs.Select(pair => pair.Baseline)], [.. pairs.Select(pair => pair.Augmented)]);
        var paired = missing is { } reason ? ImportanceValue.None(reason)
            : ImportanceMeasure.Paired([.. pairs.Select(pair => (pair.Baseline, pair.Augmented))]);
        var materials = seeds.SelectMany(seed => new[] { seed.Augmented, seed.Baseline }).Select(score => score?.Materials);
        return new(features, target, pooled, paired, models.Length, without, with, pairs.Length)
        {
            SeedChanges = paired.Percent is null
                ? []
                : [.. pairs.Select(pair => new SeedChange(pair.Seed, ImportanceMeasure.Change(pair.Augmented, pair.Baseline)))],
            Materials = materials.Min(),
        };
    }
}
