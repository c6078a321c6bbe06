using System.Collections.Immutable;
using Tomography.Analysis;

namespace Tomography.Workflows;

/// <summary>Collects the results of a plan into the tables that the analysis starts from.</summary>
public static class StudyAssembly
{
    /// <summary>The study of one variant of a plan, from the results that are there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="variant">The variant whose models are meant.</param>
    /// <param name="store">The results.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    public static StudyResults Collect(Plan plan, Variant variant, ResultStore store, Action<string> onDamage)
    {
        var scores = ImmutableArray.CreateBuilder<ModelScore>(plan.Jobs.Length);
        var failed = ImmutableArray.CreateBuilder<PlannedModel>();
        var failures = new FailureStore(new(store.Root));
        foreach (var job in plan.JobsOf(variant))
        {
            if (store.Read(job.Key, onDamage) is not { } result)
            {
                if (failures.Read(job.Key) is not null) failed.Add(new(job.Representation, job.Target, job.Feature, job.Seed));
                continue;
            }

            scores.Add(new(job.Representation, job.Target, job.Feature, job.Seed, result.TestMae, result.ValidationMae, result.BestEpoch, result.Epochs, result.Seconds, job.Key.Value));
        }

        return new(
            variant.Id.Length == 0 ? plan.Experiment : $"{plan.Experiment} [{variant.Label}]", plan.Dataset.Summary, plan.Representations,
            [.. plan.Targets.Select(t => plan.Dataset.Column(t)!.Property)], [.. plan.Features.Select(f => plan.Dataset.Column(f)!.Property)],
            plan.Seeds, scores.ToImmutable())
        {
            Controls = plan.Controls,
            FailedModels = failed.ToImmutable(),
            FurtherModels = [.. plan.Further.SelectMany(ModelsOf).Distinct().Where(m => !plan.Seeds.Contains(m.Seed))],
        };
    }

    private static IEnumerable<PlannedModel> ModelsOf(FurtherModel further)
    {
        foreach (var seed in further.Seeds)
        {
            yield return new(further.Representation, further.Target, null, seed);
            if (further.Feature is not null) yield return new(further.Representation, further.Target, further.Feature, seed);
        }
    }
}
