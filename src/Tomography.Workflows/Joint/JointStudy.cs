using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Collects what became of models of several targets.</summary>
internal static class JointStudy
{
    /// <summary>The models of several targets of a variant that have a result, in the order of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static IEnumerable<(Job Job, JobResult Result)> Models(
        Plan plan, Variant variant, ResultStore store, Action<string> onDamage) =>
        plan.JointJobsOf(variant).Where(j => j.Spec.IsJoint).Select(j => (Job: j, Result: store.Read(j.Key, onDamage)))
            .Where(m => m.Result is not null).Select(m => (m.Job, m.Result!));

    /// <summary>The comparisons of a variant: per representation, set, target and seed, in the order of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static ImmutableArray<JointComparison> Collect(Plan plan, Variant variant, ResultStore store, Action<string> onDamage)
    {
        if (plan.Together.IsEmpty) return [];
        var groups = new MaterialGroups(plan.Dataset);
        var jobs = plan.Jobs.Where(j => j.Variant == variant.Id && j.Spec.Features.IsEmpty).DistinctBy(j => j.Spec)
            .ToDictionary(j => j.Spec);
        var results = new Dictionary<JobKey, JobResult?>();
        return
        [
            .. from representation in plan.Representations
            from together in plan.Together
            from target in together
            from seed in plan.Seeds
            select new JointComparison(
                representation, together, target, seed,
                Score(new(representation, together, PropertySet.None, PropertySet.None, seed), target),
                Score(
                    new(representation, JointModels.ControlOf(target, together, plan.Dataset), PropertySet.None, PropertySet.None, seed),
                    target),
                Score(new(representation, target, PropertySet.None, groups.Of(target), seed), target)),
        ];

        JointScore? Score(ModelSpec spec, PropertyName target)
        {
            if (!jobs.TryGetValue(spec, out var job)) return null;
            if (!results.TryGetValue(job.Key, out var result)) results[job.Key] = result = store.Read(job.Key, onDamage);
            return result?.Scores.FirstOrDefault(s => s.Target == target) is { } score ? new(job, result, score) : null;
        }
    }
}
