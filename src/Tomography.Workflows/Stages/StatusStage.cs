using System.Globalization;

namespace Tomography.Workflows;

/// <summary><c>-t:Status</c>: how far experiments are, also while another build trains them. Reads only.</summary>
public static class StatusStage
{
    private const int MostFailures = 10;

    /// <summary>A GPU trains hundreds side by side; of each so many are shown.</summary>
    private const int MostOnDevice = 10;

    /// <summary>Says how far the experiments of some plans are.</summary>
    /// <param name="plans">Experiments and, where they were planned, their plans.</param>
    /// <param name="store">Full path of the store.</param>
    public static IEnumerable<string> Run(IReadOnlyList<(string Experiment, Plan? Plan)> plans, string store) =>
        Run(plans, store, new());

    /// <summary>The same, with a scheduler to ask.</summary>
    internal static IEnumerable<string> Run(IReadOnlyList<(string Experiment, Plan? Plan)> plans, string store, Slurm slurm)
    {
        var folders = new StoreFolders(store);
        var results = new ResultStore(store);
        var runs = RunStatusFile.ReadAll(folders);
        foreach (var (experiment, plan) in plans)
        {
            if (plan is null)
            {
                yield return $"{experiment}: not planned yet.";
                continue;
            }

            var jobs = plan.Jobs.DistinctBy(j => j.Key).ToArray();
            var keys = jobs.Select(j => j.Key).ToHashSet();
            // Builds tell every second what they train: a job counts as running until its build says otherwise, even where its result is
            // there already.
            var running = runs.SelectMany(r => r.Running.Where(j => keys.Contains(j.Key)).Select(j => (r.Host, r.Task, Job: j)))
                .DistinctBy(r => r.Job.Key)
                .ToArray();
            var busy = running.Select(r => r.Job.Key).ToHashSet();
            var missing = jobs.Where(j => !busy.Contains(j.Key) && !results.ContainsAll(j.Key, j.Keeps)).ToArray();
            var done = jobs.Length - missing.Length - running.Length;
            var failures = new FailureStore(folders);
            var failed = missing.Select(j => failures.Read(j.Key)).OfType<JobFailure>().ToArray();
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{experiment}: {done} of {jobs.Length} jobs done ({100L * done / Math.Max(1, jobs.Length)} %), {running.Length} running, "
                    + $"{failed.Length} failed, {missing.Length - failed.Length} to train.");
            // A build tells its own below.
            if (Array.Exists(running, r => r.Task is not null))
            {
                var waiting = missing.ExceptBy(failed.Select(f => f.Key), j => j.Key);
                yield return "  " + TimeLeft(plan, folders, waiting, [.. running.Select(r => (r.Host, r.Job))]);
            }

            // Tasks of arrays have lines of their own below: there may be hundreds.
            foreach (var device in running.Where(r => r.Task is null).GroupBy(r => (r.Host, r.Job.Device)))
            {
                var shown = device.Key.Device is null ? int.MaxValue : MostOnDevice;
                foreach (var (host, _, job) in device.Take(shown)) yield return Describe(host, job);
                if (device.Count() > shown)
                    yield return string.Create(
                        CultureInfo.InvariantCulture,
                        $"  running  and {device.Count() - shown} more ({device.Key.Host}, on {device.Key.Device})");
            }

            foreach (var failure in failed.Take(MostFailures))
                yield return $"  failed   {failure.Title}: {failure.Reason}{LogOf(failure)}";
            if (failed.Length > MostFailures)
                yield return string.Create(CultureInfo.InvariantCulture, $"  failed   and {failed.Length - MostFailures} more");
        }

        foreach (var line in Arrays([.. plans.Select(p => p.Experiment)], folders, runs, slurm)) yield return line;
        foreach (var run in runs.Where(r => r.Task is null))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Training on {run.Host} (process {run.ProcessId}) since {run.Started:yyyy-MM-dd HH:mm:ss} UTC: "
                    + $"{string.Join(", ", run.Experiments)}: {run.Progress}.");
        if (runs.Count == 0)
            yield return "No build trains in this store now.";
    }

    /// <summary>The last array of the experiments, and older ones of which tasks live.</summary>
    private static IEnumerable<string> Arrays(
        HashSet<string> experiments, StoreFolders folders, IReadOnlyList<RunStatus> runs, Slurm slurm)
    {
        var arrays = ArrayFolder.All(folders).Select(f => (Folder: f, Array: f.Read()))
            .Where(a => a.Array is not null && a.Array.Experiments.Any(experiments.Contains)).ToArray();
        foreach (var (folder, array) in arrays)
            if (folder == arrays[^1].Folder || runs.Any(r => r.Task?.Array == folder.Id))
                foreach (var line in ArrayReport.Of(folder, array!, runs, slurm)) yield return line;
    }

    private static string TimeLeft(
        Plan plan, StoreFolders folders, IEnumerable<Job> missing, IReadOnlyList<(string Host, RunningJob Job)> running)
    {
        var works = CohortOrder.EachOnce(WorkOrders.Of(plan, RunOptions.UsualCheckpointInterval))
            .SelectMany(c => c.Keys, (c, key) => (Key: key, Work: WorkKind.Of(c), c.Training.Epochs)).ToDictionary(w => w.Key);
        var waiting = missing.Select(j => works[j.Key]).ToArray();
        var open = waiting.Select(w => w.Key).Concat(running.Select(r => r.Job.Key)).ToHashSet();
        var paces = SpreadPaces.Of(folders, works.Values.Where(w => !open.Contains(w.Key)).Select(w => (w.Key, w.Work)));
        var left = SpreadTimeLeft.Of(
            waiting.Select(w => (w.Work, w.Epochs)), [.. running.Select(r => (r.Host, r.Job, works[r.Job.Key].Work))], paces);
        return left is { } time
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"About {Durations.Show(time)} left at the pace of the {running.Count} model{(running.Count == 1 ? "" : "s")} in training.")
            : "How long the rest takes is not known yet: no like model has trained.";
    }

    private static string Describe(string host, RunningJob job)
    {
        var mae = job.ValidationMae is { } error
            ? string.Create(CultureInfo.InvariantCulture, $", validation MAE {error:G4} {job.Unit}").TrimEnd()
            : "";
        var where = job.Device is null ? host : $"{host}, on {job.Device}";
        return string.Create(CultureInfo.InvariantCulture, $"  running  {job.Title}: epoch {job.Epoch} of {job.Epochs}{mae} ({where})");
    }

    /// <summary>A sentence that leads to the log of a failure, where it is known.</summary>
    internal static string LogOf(JobFailure failure) => failure.LogPath.Length == 0 ? "" : $" Its log is '{failure.LogPath}'.";
}
