namespace Tomography.Workflows;

/// <summary>Second stage: plans in, results in the store.</summary>
public static class TrainStage
{
    /// <summary>
    /// Trains the jobs of all plans that the store lacks, then those that follow from their results, round by round, until nothing follows.
    /// </summary>
    /// <param name="plans">The plans.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="options">How jobs are run.</param>
    /// <param name="observer">Hears how it goes.</param>
    /// <param name="onRound">Told of each plan that got more models, by its place, before they are trained.</param>
    /// <param name="onDamage">Told of results that were damaged and set aside.</param>
    /// <param name="cancellation">Stops workers; what is trained by then is kept.</param>
    /// <param name="clock">As for <see cref="RunAsync"/>.</param>
    public static async Task<RunSummary> RunRoundsAsync(
        IReadOnlyList<Plan> plans, string store, RunOptions options, IRunObserver observer, Action<int, Plan> onRound,
        Action<string> onDamage, CancellationToken cancellation, TimeProvider? clock = null)
    {
        var current = plans.ToArray();
        var summary = await RunAsync(current, store, options, observer, cancellation, clock).ConfigureAwait(false);
        while (!summary.Cancelled && summary.Problems.IsEmpty && (options.KeepGoing || summary.Failures.IsEmpty))
        {
            var round = new List<Plan>();
            for (var place = 0; place < current.Length; place++)
            {
                var extended = RoundPlanner.Extend(current[place], store, options.Repertoire, onDamage);
                if (extended.Jobs.Length == current[place].Jobs.Length) continue;
                // What was tried before is not tried again in the same build.
                round.Add(extended with { Jobs = [.. extended.Jobs.Skip(current[place].Jobs.Length)] });
                current[place] = extended;
                onRound(place, extended);
            }

            if (round.Count == 0) break;
            summary = summary.Then(await RunAsync(round, store, options, observer, cancellation, clock).ConfigureAwait(false));
        }

        return summary;
    }

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
        JobClaims.Sweep(folders, clock);
        return new JobRunner(folders, options, observer, clock).RunAsync(
            [.. plans.Select(p => p.Experiment)],
            [.. plans.SelectMany(p => WorkOrders.Of(p, options.CheckpointInterval, options.Repertoire))], cancellation);
    }
}
