using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Collects what became of models that start from others.</summary>
internal static class SequenceStudy
{
    /// <summary>What the analysis starts from; null where nothing starts from another model.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static SequenceResults? Results(Plan plan, Variant variant, ResultStore store, Action<string> onDamage)
    {
        if (variant.Settings.Sequence is not { } sequence) return null;
        var models = new SequenceModels(plan.Dataset);
        var jobs = plan.Jobs.Where(j => j.Variant == variant.Id && j.Spec.Features.IsEmpty).DistinctBy(j => j.Spec)
            .ToDictionary(j => j.Spec);
        var seeds = new FurtherSeeds(plan.Seeds, plan.Further);
        var failures = new FailureStore(new(store.Root));
        var scores = new Dictionary<ModelSpec, ModelScore?>();
        ImmutableArray<SequenceRun> runs =
        [
            .. from representation in plan.Representations
               from pair in sequence.Pairs(plan.Targets)
               from labels in sequence.LabelCounts
               from seed in seeds.OfStart(representation, pair.Target, pair.Source, labels)
               let its = models.ModelsOf(representation, pair.Source, pair.Target, labels, seed.Seed)
               select new SequenceRun(
                   representation, pair.Source, pair.Target, labels, seed.Seed, models.NoiseOf(pair.Source), Score(its.Model),
                   Score(its.Control!), Score(its.Baseline))
               {
                   Models = its, Round = seed.Round,
               },
        ];
        return new(sequence.IsFrozen, sequence.TrunkRate, runs)
        {
            Failed = [.. runs.SelectMany(run => run.Models.All).Distinct().Where(HasFailed)],
        };

        bool HasFailed(ModelSpec spec) =>
            jobs.TryGetValue(spec, out var job) && !store.Contains(job.Key) && failures.Read(job.Key) is not null;

        ModelScore? Score(ModelSpec spec)
        {
            if (scores.TryGetValue(spec, out var known)) return known;
            return scores[spec] = jobs.TryGetValue(spec, out var job) && store.Read(job.Key, onDamage) is { } result
                ? StudyAssembly.ScoreOf(job, result, result.Scores[0])
                : null;
        }
    }
}
