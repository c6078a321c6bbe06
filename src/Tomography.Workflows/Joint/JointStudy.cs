using System.Collections.Immutable;
using Tomography.Analysis;
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
        plan.JointJobsOf(variant).Where(j => j.Spec.IsJoint && !j.Spec.Targets.All(NoiseTasks.IsName))
            .Select(j => (Job: j, Result: store.Read(j.Key, onDamage)))
            .Where(m => m.Result is not null).Select(m => (m.Job, m.Result!));

    /// <summary>What the analysis starts from; null where nothing is learnt together.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static JointResults? Results(Plan plan, Variant variant, ResultStore store, Action<string> onDamage)
    {
        if (plan.Together.IsEmpty) return null;
        var failures = new FailureStore(new(store.Root));
        var jobs = JobsOf(plan, variant);
        ImmutableArray<JointRun> runs = [.. Collect(plan, variant, store, onDamage).Select(RunOf)];
        return new(
            [.. plan.Together.SelectMany(set => set).Distinct().Select(name => plan.Dataset.Column(name)!.Property)],
            runs,
            [
                .. from model in Models(plan, variant, store, onDamage)
                   where plan.Together.Contains(model.Job.Spec.Targets) && model.Result.Joint is not null
                   from r in model.Result.Joint!.Relations
                   where r.Steps > 0
                   select new JointGradient(
                       model.Job.Spec.Representation, model.Job.Spec.Targets, r.From, r.To, model.Job.Spec.Seed, r.Cosine, r.ConflictShare,
                       r.Affinity),
            ])
        {
            Failed = [.. runs.SelectMany(run => run.Models.All).Distinct().Where(HasFailed)],
        };

        bool HasFailed(ModelSpec spec) =>
            jobs.TryGetValue(spec, out var job) && !store.Contains(job.Key) && failures.Read(job.Key) is not null;

        JointRun RunOf(JointComparison c) => new(
            c.Representation, c.Together, c.Target, c.Seed,
            new(JointModels.ControlOf(c.Target, c.Together, plan.Dataset).Where(name => name != c.Target)), ScoreOf(c.Joint),
            ScoreOf(c.Control), ScoreOf(c.Alone))
        {
            Models = c.Models, Round = c.Round,
        };

        static ModelScore? ScoreOf(JointScore? score) =>
            score is null ? null : StudyAssembly.ScoreOf(score.Job, score.Result, score.Score);
    }

    /// <summary>The comparisons of a variant: per representation, set, target and seed, in the order of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static ImmutableArray<JointComparison> Collect(Plan plan, Variant variant, ResultStore store, Action<string> onDamage)
    {
        if (plan.Together.IsEmpty) return [];
        var groups = new MaterialGroups(plan.Dataset);
        var jobs = JobsOf(plan, variant);
        var seeds = new FurtherSeeds(plan.Seeds, plan.Further);
        var results = new Dictionary<JobKey, JobResult?>();
        return
        [
            .. from representation in plan.Representations
               from together in plan.Together
               from target in together
               from seed in seeds.OfTransfer(representation, target, new(together.Where(name => name != target)))
               let models = ModelsOf(representation, together, target, seed.Seed)
               select new JointComparison(
                   representation, together, target, seed.Seed, Score(models.Model, target), Score(models.Control!, target),
                   Score(models.Baseline, target))
               {
                   Models = models, Round = seed.Round,
               },
        ];

        SeedModels ModelsOf(Representation representation, PropertySet together, PropertyName target, int seed) => new(
            new(representation, together, PropertySet.None, PropertySet.None, seed),
            new(representation, target, PropertySet.None, groups.Of(target), seed),
            new(representation, JointModels.ControlOf(target, together, plan.Dataset), PropertySet.None, PropertySet.None, seed));

        JointScore? Score(ModelSpec spec, PropertyName target)
        {
            if (!jobs.TryGetValue(spec, out var job)) return null;
            if (!results.TryGetValue(job.Key, out var result)) results[job.Key] = result = store.Read(job.Key, onDamage);
            return result?.Scores.FirstOrDefault(s => s.Target == target) is { } score ? new(job, result, score) : null;
        }
    }

    private static Dictionary<ModelSpec, Job> JobsOf(Plan plan, Variant variant) =>
        plan.Jobs.Where(j => j.Variant == variant.Id && j.Spec.Features.IsEmpty).DistinctBy(j => j.Spec).ToDictionary(j => j.Spec);
}
