using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>Turns the jobs of a plan into orders for workers.</summary>
public static class WorkOrders
{
    /// <summary>One order per job, in the plan's order.</summary>
    public static ImmutableArray<WorkOrder> Of(Plan plan, string store)
    {
        var datasets = new DatasetStore(store);
        var table = datasets.TablePath(plan.Dataset);
        var graphs = plan.Representations.ToDictionary(r => r, r => datasets.GraphsPath(plan.Dataset, r, plan.Graph));
        return
        [
            .. plan.Jobs.Select(job => new WorkOrder(
                job.Key, job.Title, store, table, graphs[job.Representation], job.Target, job.Feature, job.Seed, plan.Split, plan.Model, plan.Training,
                [plan.Dataset.Column(job.Target)!.Property, .. job.Feature is { } f ? [plan.Dataset.Column(f)!.Property] : ImmutableArray<Crystals.Property>.Empty],
                plan.FingerprintOf(job).Parts)),
        ];
    }
}
