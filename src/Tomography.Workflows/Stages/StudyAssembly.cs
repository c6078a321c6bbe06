using System.Collections.Immutable;
using Tomography.Analysis;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Workflows;

/// <summary>Collects the results of a plan into the tables that the analysis starts from.</summary>
internal static class StudyAssembly
{
    /// <summary>The study of one variant of a plan, from the results that are there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static StudyResults Collect(Plan plan, Variant variant, ResultStore store, Action<string> onDamage)
    {
        var scores = ImmutableArray.CreateBuilder<ModelScore>(plan.Jobs.Length);
        var failed = ImmutableArray.CreateBuilder<ModelSpec>();
        var runs = ImmutableArray.CreateBuilder<ModelRun>(plan.Jobs.Length);
        var failures = new FailureStore(new(store.Root));
        Job[] jobs = [.. plan.JobsOf(variant)];
        foreach (var job in jobs)
        {
            if (store.Read(job.Key, onDamage) is { } result)
            {
                runs.Add(RunOf(job, result));
                scores.AddRange(result.Scores.Select(s => ScoreOf(job, result, s)));
            }
            else if (failures.Read(job.Key) is not null)
                failed.Add(job.Spec);
        }

        var named = plan.Targets.Concat(plan.Features.SelectMany(f => f)).Distinct();
        return new(
            variant.Id.Length == 0 ? plan.Experiment : $"{plan.Experiment} [{variant.Label}]", plan.Dataset.Summary, plan.Representations,
            [.. plan.Targets.Select(t => plan.Dataset.Column(t)!.Property)], plan.Features,
            [.. named.Select(p => plan.Dataset.Column(p)?.Property ?? ControlFeatures.SelfProperty)], plan.Seeds,
            [.. jobs.Select(j => j.Spec)], scores.ToImmutable())
        {
            Controls = plan.Controls,
            FailedModels = failed.ToImmutable(),
            Rounds = RoundsOf(plan, jobs),
            Runs = runs.ToImmutable(),
            Joint = JointStudy.Results(plan, variant, store, onDamage),
            Sequence = SequenceStudy.Results(plan, variant, store, onDamage),
        };
    }

    /// <summary>A score of a model.</summary>
    /// <param name="job">The model.</param>
    /// <param name="result">Its result.</param>
    /// <param name="score">The score, one of the result's.</param>
    public static ModelScore ScoreOf(Job job, JobResult result, TargetScore score)
    {
        // The validation error of a model of several targets is that of all of them together, beside those of each.
        var place = result.Scores.IndexOf(score);
        ImmutableArray<double> errors =
            [.. result.History.Select(e => e.TargetMaes is { } each && place < each.Length ? each[place] : e.ValidationMae)];
        return new(
            job.Spec, score.Target, score.TestMae, score.R2, score.ConstantMae, result.Materials, score.ValidationMae, score.BestEpoch,
            result.Epochs, result.Seconds, job.Key.Value)
        {
            ValidationTrend = ValidationTrend.Of(errors),
            ValidationErrors = errors,
        };
    }

    private static ModelRun RunOf(Job job, JobResult result) => new(
        job.Spec, result.Seconds, result.Epochs, result.Provenance.Device, result.Provenance.Host, result.Provenance.Program,
        result.Provenance.Started, result.Provenance.Finished, result.Provenance.Resumed);

    private static Dictionary<ModelSpec, int> RoundsOf(Plan plan, IEnumerable<Job> jobs)
    {
        var rounds = new Dictionary<ModelSpec, int>();
        if (plan.Further.IsEmpty) return rounds;
        var specs = jobs.Select(j => j.Spec).Where(s => !plan.Seeds.Contains(s.Seed)).Distinct()
            .SelectMany(s => s.Targets.Select(t => (Key: (s.Representation, t, s.Features, s.Seed), Spec: s)))
            .ToLookup(p => p.Key, p => p.Spec);
        foreach (var (entry, further) in plan.Further.Index().Where(f => f.Item.IsOfFeatures))
            foreach (var seed in further.Seeds)
                foreach (var spec in specs[(further.Representation, further.Target,
                    ControlRows.Given(further.Features, further.Target, plan.Controls), seed)])
                    rounds.TryAdd(spec, FurtherSeeds.RoundOf(entry, further));
        return rounds;
    }
}
