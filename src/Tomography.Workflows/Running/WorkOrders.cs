using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Turns the jobs of a plan into orders for workers.</summary>
internal static class WorkOrders
{
    /// <summary>
    /// The cohorts of a plan, in the order of their first jobs, each with its jobs in the plan's order: models of one variant,
    /// representation, choice of materials and seed.
    /// </summary>
    /// <param name="plan">The plan, its splits dealt.</param>
    /// <param name="checkpointInterval">Time between two checkpoints of a job.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public static ImmutableArray<CohortOrder> Of(Plan plan, TimeSpan checkpointInterval, Repertoire? repertoire = null)
    {
        var fingerprints = new JobFingerprints(plan, repertoire);
        var variants = plan.Variants.ToDictionary(v => v.Id, StringComparer.Ordinal);
        var sequences = new SequenceModels(plan.Dataset);
        var splits = plan.Splits.ToDictionary(s => (s.Settings, s.Seed), s => s.Hash);
        return
        [
            .. plan
                .Jobs.GroupBy(j => (j.Variant, j.Spec.Representation, j.Spec.Materials, j.Spec.Seed, ByTasks: ByTasks(plan, j)))
                .Select(cohort =>
                {
                    var (variant, spec) = (variants[cohort.Key.Variant], cohort.First().Spec);
                    PropertyName? sources = variant.Settings.BalancesSources ? StudySettings.SourceName : null;
                    return new CohortOrder(
                        plan.Dataset.Key,
                        plan.GraphsOf(variant, spec.Representation).Hash,
                        splits[(variant.Split, spec.Seed)],
                        spec.Materials,
                        spec.Seed,
                        variant.Model,
                        variant.Training,
                        [
                            .. cohort.SelectMany(j => j.Spec.Properties).Concat(sources is { } s ? [s] : []).Distinct().Order()
                                .Select(p => plan.Dataset.Column(p)!.Property),
                        ],
                        plan.Retries,
                        checkpointInterval.TotalSeconds,
                        fingerprints.Shared(variant.Id, spec),
                        [
                            .. cohort.Select(j => new ModelOrder(
                                j.Key,
                                j.Title,
                                j.Spec.Targets[0],
                                j.Spec.Features,
                                j.Keeps,
                                fingerprints.Own(variant.Id, j.Spec))
                            {
                                Joined = j.Spec.IsJoint ? new(j.Spec.Targets.Skip(1)) : null,
                                Labels = j.Spec.Labels,
                                Start = StartOf(variant, j.Spec),
                            }),
                        ])
                    {
                        Sources = sources,
                    };
                }),
        ];

        StartOrder? StartOf(Variant variant, ModelSpec spec)
        {
            if (spec.Start is null) return null;
            var source = sequences.SourceOf(spec);
            return new(fingerprints.Of(variant.Id, source).Key(), source.ToString(), variant.Settings.Sequence!.TrunkRate);
        }
    }

    // Models of several targets, or of a class, or that start from others, need other kernels than the rest, or ones that a device has not.
    private static bool ByTasks(Plan plan, Job job) =>
        job.Spec.IsJoint || job.Spec.Start is not null || plan.Dataset.Column(job.Spec.Targets[0])!.Property.Kind == PropertyKind.Classes;
}
