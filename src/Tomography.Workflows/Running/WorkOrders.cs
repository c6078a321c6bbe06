using System.Collections.Immutable;
using Tomography.Crystals;

namespace Tomography.Workflows;

/// <summary>Turns the jobs of a plan into orders for workers.</summary>
public static class WorkOrders
{
    /// <summary>One order per job, in the plan's order, with so much time between two checkpoints.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="checkpointInterval">Time between two checkpoints of a job.</param>
    /// <param name="settings">The settings that experiments have; those of this program where none are given.</param>
    public static ImmutableArray<WorkOrder> Of(Plan plan, string store, TimeSpan checkpointInterval, SettingList? settings = null)
    {
        var datasets = new DatasetStore(store);
        var table = datasets.TablePath(plan.Dataset);
        var fingerprints = new JobFingerprints(plan, settings);
        var variants = plan.Variants.ToDictionary(v => v.Id, StringComparer.Ordinal);
        var graphs = new Dictionary<(string, Representation), string>();
        foreach (var variant in plan.Variants)
            foreach (var representation in plan.Representations)
                graphs[(variant.Id, representation)] = datasets.GraphsPath(plan.Dataset, representation, variant.Graph);
        return
        [
            .. plan.Jobs.Select(job => new WorkOrder(
                job.Key, job.Title, store, table, graphs[(job.Variant, job.Representation)], job.Target, job.Feature, job.Seed,
                variants[job.Variant].Split, variants[job.Variant].Model, variants[job.Variant].Training,
                [plan.Dataset.Column(job.Target)!.Property, .. job.Feature is { } f ? [plan.Dataset.Column(f)!.Property] : ImmutableArray<Property>.Empty],
                plan.Retries, checkpointInterval.TotalSeconds, fingerprints.Of(job).Parts)),
        ];
    }
}
