namespace Tomography.Workflows;

/// <summary>Second stage: plans in, results in the store.</summary>
public static class TrainStage
{
    /// <summary>Trains the jobs of all plans that the store lacks.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="options">How jobs are run.</param>
    /// <param name="observer">Hears how it goes.</param>
    /// <param name="cancellation">Stops workers; what is trained by then is kept.</param>
    /// <param name="clock">What time it is, for logs and status; the system's where it is left out. No duration is taken from it.</param>
    public static Task<RunSummary> RunAsync(
        IReadOnlyList<Plan> plans,
        string store,
        RunOptions options,
        IRunObserver observer,
        CancellationToken cancellation,
        TimeProvider? clock = null)
    {
        var folders = new StoreFolders(store);
        clock ??= TimeProvider.System;
        AtomicFile.Sweep(folders.Temporary, clock);
        return new JobRunner(folders, options, observer, clock).RunAsync(
            [.. plans.Select(p => p.Experiment)],
            [.. plans.SelectMany(p => WorkOrders.Of(p, options.CheckpointInterval, options.Repertoire))], cancellation);
    }
}
