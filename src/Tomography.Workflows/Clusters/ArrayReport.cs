using System.Collections.Immutable;
using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// How an array is, for people. The store is the truth: workers that live say so there, and tasks leave a note when they end. The scheduler
/// is asked for what no task can say itself: why it waits, and what ended it without a word.
/// </summary>
internal static class ArrayReport
{
    private const int MostShown = 10;

    /// <summary>Says how an array is.</summary>
    /// <param name="folder">The array.</param>
    /// <param name="array">What was submitted.</param>
    /// <param name="runs">The workers that live.</param>
    /// <param name="slurm">The scheduler.</param>
    public static IEnumerable<string> Of(ArrayFolder folder, SubmittedArray array, IReadOnlyList<RunStatus> runs, Slurm slurm)
    {
        var job = folder.Job();
        var words = Words(folder, array, runs, slurm, job);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Array {job ?? "(Slurm's id is not known)"} of {array.Tasks} task{(array.Tasks == 1 ? "" : "s")}, submitted "
                + $"{array.Submitted:yyyy-MM-dd HH:mm:ss} UTC by {array.User} on {array.Host}"
                + $"{(folder.IsCancelled() ? ", cancelled" : "")}: {string.Join(", ", array.Experiments)}.");
        var lines = words.GroupBy(w => w.Text, StringComparer.Ordinal).ToArray();
        foreach (var line in lines.Take(MostShown))
        {
            var log = line.Select(w => w.Log).FirstOrDefault(l => l is not null);
            var where = log is null ? "" : $" {LogIs(line.Count())} '{log}'.";
            yield return $"  {Indices([.. line.Select(w => w.Index)])}: {line.Key}.{where}";
        }

        if (lines.Length > MostShown)
            yield return string.Create(
                CultureInfo.InvariantCulture, $"  and {lines.Skip(MostShown).Sum(l => l.Count())} more tasks");
    }

    /// <summary>Whether an array has nothing left to do, by what its tasks said.</summary>
    public static bool IsOver(ArrayFolder folder) =>
        folder.Notes().Any(n => n.State == TaskState.Finished);

    private static string LogIs(int tasks) => tasks == 1 ? "Its log is" : "The first one's log is";

    private static ImmutableArray<TaskWord> Words(
        ArrayFolder folder, SubmittedArray array, IReadOnlyList<RunStatus> runs, Slurm slurm, string? job)
    {
        var living = runs.Where(r => r.Task?.Array == folder.Id).DistinctBy(r => r.Task!.Index).ToDictionary(r => r.Task!.Index);
        var notes = folder.Notes().ToDictionary(n => n.Task);
        int[] open = [.. Enumerable.Range(0, array.Tasks).Where(i => !living.ContainsKey(i) && !IsFinal(notes.GetValueOrDefault(i)))];
        var queue = open.Length > 0 && job is not null ? slurm.Queue(job) : [];
        var queued = ByIndex(queue);
        var isUnsure = open.Any(i => !queued.ContainsKey(i));
        var ended = isUnsure && job is not null ? ByIndex(slurm.Accounting(job, array.Submitted)) : [];
        return
        [
            .. Enumerable.Range(0, array.Tasks).Select(i =>
                living.TryGetValue(i, out var run) ? new(i, Describe(run))
                : Word(i, notes.GetValueOrDefault(i), queued.GetValueOrDefault(i), ended.GetValueOrDefault(i), folder)),
        ];
    }

    private static bool IsFinal(TaskNote? note) => note?.State is TaskState.Finished or TaskState.Spare or TaskState.Failed;

    private static Dictionary<int, SchedulerTask> ByIndex(ImmutableArray<SchedulerTask>? tasks) =>
        (tasks ?? []).GroupBy(t => t.Index).ToDictionary(g => g.Key, g => g.Last());

    private static TaskWord Word(int index, TaskNote? note, SchedulerTask queued, SchedulerTask ended, ArrayFolder folder)
    {
        var log = folder.LogOf(index.ToString(CultureInfo.InvariantCulture));
        var waits = queued.State is "PENDING" or "REQUEUED" or "REQUEUE_HOLD";
        var why = waits && queued.Reason.Length > 0 ? $" (Slurm: {queued.Reason})" : "";
        var slurm = queued.State ?? ended.State;
        var said = slurm is null ? "" : $"; Slurm says {slurm}";
        return note switch
        {
            null when waits => new(index, $"queued{why}"),
            null when queued.State is not null => new(index, $"starts (Slurm: {queued.State})"),
            null when ended.State is not null and not "PENDING" and not "RUNNING" =>
                new(index, $"ended before its worker began{said}", log),
            null when folder.IsCancelled() => new(index, "never began: the array was cancelled"),
            null => new(index, $"no word yet{said}"),
            { State: TaskState.Finished } => new(index, note.Why.Length == 0 ? "finished" : $"finished: {note.Why}"),
            { State: TaskState.Spare } => new(index, "finished: other tasks train what is left"),
            { State: TaskState.Failed } => new(index, $"failed on {note.Host}: {note.Why.TrimEnd('.')}", log),
            _ when waits => new(index, $"waits to go on{why}"),
            { State: TaskState.Requeued } when queued.State is null && slurm is not null && slurm is not ("PENDING" or "RUNNING") =>
                new(index, $"put itself back into the queue, but ended{said}"),
            { State: TaskState.Requeued } => new(index, "waits to go on"),
            // That a task which stopped came to its end says nothing more.
            { State: TaskState.Stopped } =>
                new(index, $"stopped on {note.Host}: {note.Why}{(slurm == "COMPLETED" ? "" : said)}", log),
            _ when queued.State is not null => new(index, $"starts again, or does not reach the store (Slurm: {queued.State})"),
            _ => new(index, $"ended without a word on {note.Host}{said}", log),
        };
    }

    private static string Describe(RunStatus run)
    {
        if (run.Running.IsEmpty) return $"works on {run.Host}";
        var job = run.Running[0];
        var more = run.Running.Length > 1
            ? string.Create(CultureInfo.InvariantCulture, $", and {run.Running.Length - 1} more") : "";
        var where = job.Device is null ? run.Host : $"{run.Host}, {job.Device}";
        return string.Create(CultureInfo.InvariantCulture, $"works on {where}: {job.Title}, epoch {job.Epoch} of {job.Epochs}{more}");
    }

    /// <summary>Like <c>task 3</c> or <c>12 tasks (0-9, 14, 15)</c>.</summary>
    private static string Indices(ImmutableArray<int> indices)
    {
        if (indices.Length == 1) return string.Create(CultureInfo.InvariantCulture, $"task {indices[0]}");
        var spans = new List<(int From, int To)>();
        foreach (var index in indices)
            if (spans.Count > 0 && spans[^1].To == index - 1) spans[^1] = (spans[^1].From, index);
            else spans.Add((index, index));
        var shown = spans.Take(MostShown).Select(s =>
            s.From == s.To ? $"{s.From}" : string.Create(CultureInfo.InvariantCulture, $"{s.From}-{s.To}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{indices.Length} tasks ({string.Join(", ", shown)}{(spans.Count > MostShown ? " and more" : "")})");
    }
}
