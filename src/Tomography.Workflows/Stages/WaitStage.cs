using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Submit -p:Wait=true</c>: watches the store until all models of some plans are there, or nobody is left who trains them. Whoever
/// stops waiting stops nothing else.
/// </summary>
public static class WaitStage
{
    /// <summary>Waits.</summary>
    /// <param name="plans">The plans, at least one.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="tell">Hears how far it is, less often as time goes on.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What went wrong, where models are left; null where all are there.</returns>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public static Task<Diagnostic?> RunAsync(
        IReadOnlyList<Plan> plans, string store, Action<string> tell, CancellationToken cancellation) =>
        RunAsync(plans, store, tell, TimeSpan.FromSeconds(10), new(), cancellation);

    /// <summary>The same, with a scheduler to ask, and a time from one look to the next.</summary>
    internal static async Task<Diagnostic?> RunAsync(
        IReadOnlyList<Plan> plans, string store, Action<string> tell, TimeSpan interval, Slurm slurm, CancellationToken cancellation)
    {
        var (folders, results) = (new StoreFolders(store), new ResultStore(store));
        var jobs = plans.SelectMany(p => p.Jobs).DistinctBy(j => j.Key).ToArray();
        HashSet<string> experiments = [.. plans.Select(p => p.Experiment)];
        var (left, watch, told, idle) = (jobs, Stopwatch.StartNew(), TimeSpan.Zero, 0);
        while (true)
        {
            left = [.. left.Where(j => !results.ContainsAll(j.Key, j.Keeps))];
            if (left.Length == 0) return null;
            var runs = RunStatusFile.ReadAll(folders);
            // A scheduler may not know yet what it was just given, nor a store what a task that begins will say: only who is seen to be
            // idle twice is.
            idle = runs.Count > 0 || MayTrain(experiments, folders, slurm) ? 0 : idle + 1;
            if (idle == 2) return Left(left, jobs.Length, folders);
            if (told == TimeSpan.Zero || watch.Elapsed - told >= ProgressPause.After(told, interval))
            {
                told = watch.Elapsed;
                tell(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{jobs.Length - left.Length} of {jobs.Length} models done, {runs.Sum(r => r.Running.Length)} running."));
            }

            await Task.Delay(interval, cancellation);
        }
    }

    /// <summary>Whether a task of an array may come yet: as the scheduler says, and where it does not, until all have ended.</summary>
    private static bool MayTrain(HashSet<string> experiments, StoreFolders folders, Slurm slurm) =>
        ArrayFolder.All(folders).Any(folder => folder.Read() is { } array && array.Experiments.Any(experiments.Contains)
            && !folder.IsCancelled()
            && (folder.Job() is { } job && slurm.Queue(job) is { } queue ? !queue.IsEmpty : !HaveEnded(folder, array)));

    private static bool HaveEnded(ArrayFolder folder, SubmittedArray array) =>
        folder.Notes().Count(n => n.State is TaskState.Finished or TaskState.Spare or TaskState.Failed or TaskState.Stopped) == array.Tasks;

    private static Diagnostic Left(Job[] left, int all, StoreFolders folders)
    {
        var failures = new FailureStore(folders);
        var failed = left.Select(j => failures.Read(j.Key)).OfType<JobFailure>().ToImmutableArray();
        var first = failed.IsEmpty ? "" : $" {failed.Length} of them failed, the first one so: {failed[0].Reason.TrimEnd('.')}.";
        return new(
            DiagnosticSeverity.Error, DiagnosticCodes.SchedulerFailed, new(folders.Root), "",
            string.Create(
                CultureInfo.InvariantCulture,
                $"No task is left, and {left.Length} of {all} models have no result.{first} -t:Status tells how the tasks ended; submit "
                    + $"again for what is left."));
    }
}
