namespace Tomography.Workflows;

/// <summary>Second stage: plans in, results in the store.</summary>
public static class TrainStage
{
    /// <summary>Trains the jobs of all plans that the store lacks.</summary>
    public static Task<RunSummary> RunAsync(IReadOnlyList<Plan> plans, string store, RunOptions options, IRunObserver observer, CancellationToken cancellation) =>
        new JobRunner(new(store), options, observer).RunAsync([.. plans.SelectMany(p => WorkOrders.Of(p, store))], cancellation);
}
