namespace Tomography.Workflows;

/// <summary>Second stage: plans in, results in the store.</summary>
public static class TrainStage
{
    /// <summary>Trains the jobs of all plans that the store lacks.</summary>
    public static Task<RunSummary> RunAsync(IReadOnlyList<Plan> plans, string store, RunOptions options, IRunObserver observer, CancellationToken cancellation)
    {
        var folders = new StoreFolders(store);
        AtomicFile.Sweep(folders.Temporary, TimeProvider.System);
        return new JobRunner(folders, options, observer, TimeProvider.System)
            .RunAsync([.. plans.Select(p => p.Experiment)], [.. plans.SelectMany(p => WorkOrders.Of(p, store, options.CheckpointInterval))], cancellation);
    }
}
