namespace Tomography.Workflows;

/// <summary>
/// How long the rest of a study takes at the pace of what runs now, on however many machines. Tasks that wait in a queue are not counted:
/// nobody knows when they start.
/// </summary>
internal static class SpreadTimeLeft
{
    /// <summary>Estimates it.</summary>
    /// <param name="waiting">Models that nobody trains yet: kind of work, and epochs.</param>
    /// <param name="running">Models that are being trained, the machine of each, and its kind of work.</param>
    /// <param name="paces">The paces of models that were trained.</param>
    /// <returns>The time; null where nothing runs, or no model like those that are left has been trained on such a device.</returns>
    public static TimeSpan? Of(
        IEnumerable<(WorkKind Work, int Epochs)> waiting, IReadOnlyList<(string Host, RunningJob Job, WorkKind Work)> running, Paces paces)
    {
        if (running.Count == 0) return null;
        // Models side by side on a GPU share its time.
        var sharing = running.CountBy(r => (r.Host, r.Job.Device)).ToDictionary();
        var known = running.Aggregate(paces, (all, r) => r.Job.Trained is { Epochs: > 0 } trained
            ? all.With(r.Work, KindOf(r.Job), new(trained.Epochs, trained.Seconds / (IsOnCpu(r.Job) ? 1 : sharing[(r.Host, r.Job.Device)])))
            : all);
        var left = new Dictionary<WorkKind, long>();
        foreach (var (work, epochs) in waiting) left[work] = left.GetValueOrDefault(work) + epochs;
        foreach (var (_, job, work) in running) left[work] = left.GetValueOrDefault(work) + job.Epochs - job.Epoch;
        // A core trains one model, a GPU all that it has side by side.
        var workers = running.GroupBy(r => KindOf(r.Job), StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.Key == DeviceKind.Cpu ? g.Count() : g.Select(r => (r.Host, r.Job.Device)).Distinct().Count(),
            StringComparer.Ordinal);
        if (known.SecondsFor(left, workers) is not { } seconds) return null;
        // What runs on a core stays there, however many others have nothing left to do.
        foreach (var (_, job, work) in running.Where(r => IsOnCpu(r.Job)))
            seconds = Math.Max(seconds, (job.Epochs - job.Epoch) * (PaceOf(job) ?? known.OrMean(work, DeviceKind.Cpu) ?? 0));
        return TimeSpan.FromSeconds(seconds);
    }

    private static double? PaceOf(RunningJob job) => job.Trained is { Epochs: > 0 } trained ? trained.Seconds / trained.Epochs : null;

    private static bool IsOnCpu(RunningJob job) => KindOf(job) == DeviceKind.Cpu;

    private static string KindOf(RunningJob job) => DeviceKind.Of(job.Device ?? DeviceKind.Cpu);
}
