using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Tomography.Workflows;

/// <summary><c>-t:Plan</c>: what a build would do, and why; nothing is trained.</summary>
public static class DryRunStage
{
    /// <summary>Reasons shown; <c>todo.json</c> has all.</summary>
    private const int MostReasons = 10;

    /// <summary>Looks at the jobs of plans.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="onDamage">Told of damaged results, which count as not done.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    public static DryRun Run(IReadOnlyList<Plan> plans, string store, Action<string> onDamage, Repertoire? repertoire = null)
    {
        var folders = new StoreFolders(store);
        var results = new ResultStore(store);
        var jobs = plans.Select(p => (p.Jobs, Fingerprints: new JobFingerprints(p, repertoire)))
            .SelectMany(p => p.Jobs.Select(j => (Job: j, p.Fingerprints))).DistinctBy(j => j.Job.Key).ToArray();
        var missing = jobs.AsParallel().AsOrdered().Where(j => !results.IsDone(j.Job.Key, j.Job.Keeps, onDamage)).ToArray();
        if (missing.Length == 0) return new(jobs.Length, [], []);

        var stored = StoredJobs.ReadAll(folders);
        var nearest = new NearestJobs(stored);
        var time = new TimeEstimate(stored);
        var failures = new FailureStore(folders);
        var checkpoints = new CheckpointStore(folders);
        var todo = missing.Select(m => (m.Job, Fingerprint: m.Fingerprints.Of(m.Job))).ToArray();
        Fingerprint[] fingerprints = [.. todo.Select(t => t.Fingerprint)];
        var known = stored.SelectMany(s => s.Fingerprint).Where(p => IsAxis(p.Name)).ToHashSet();
        string? Broken(Job job) =>
            results.IsWhole(job.Key, _ => { }) ? KeptText.WhatIsWrong(results.Missing(job.Key, job.Keeps))
            : results.Contains(job.Key) || File.Exists(Path.Combine(folders.Damaged, job.Key.Value + ".json")) ? "its result was damaged"
            : null;
        return new(
            jobs.Length,
            [.. todo.Select(t => Of(t.Job, t.Fingerprint, nearest, known, failures, checkpoints, Broken(t.Job)))],
            [.. time.Devices.Select(d => time.Of(fingerprints, d) is { } work ? new DeviceTime(d, work) : null).OfType<DeviceTime>()]);
    }

    /// <summary>What it found, for people.</summary>
    /// <param name="run">What was found.</param>
    /// <param name="workers">Workers on the CPU at a time.</param>
    public static IEnumerable<string> Describe(DryRun run, int workers)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Plan: {run.Planned} jobs, {run.Planned - run.ToDo.Length} done, {run.ToDo.Length} to train.");
        var reasons = run
            .ToDo.GroupBy(t => t.Why, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToArray();
        foreach (var reason in reasons.Take(MostReasons))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {reason.Count(), 6}  {reason.Key} (like {reason.First().Key.Short}: {reason.First().Title})");
        if (reasons.Length > MostReasons)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"          and {reasons.Length - MostReasons} more reason{(reasons.Length - MostReasons == 1 ? "" : "s")}, in todo.json");
        if (run.ToDo.IsEmpty)
            yield break;
        foreach (var (device, work) in run.Times) yield return Describe(device, work, Math.Min(workers, run.ToDo.Length), workers);
        if (run.Times.IsEmpty)
            yield return "  How long it takes is not known: the store has no job of the same representation over the same crystals.";
        yield return "  -t:Explain -p:Job=KEY shows one job in full.";
    }

    /// <summary>
    /// Writes the jobs of a plan that would be trained to <c>todo.json</c>, and all its cohorts to <c>work.jsonl</c>, from which workers
    /// pull.
    /// </summary>
    /// <param name="run">What would be done.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="output">Full path of the experiment's output folder.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    /// <returns>Full path of <c>todo.json</c>.</returns>
    public static string Write(DryRun run, Plan plan, string output, Repertoire? repertoire = null)
    {
        var keys = plan.Jobs.Select(j => j.Key).ToHashSet();
        var path = Path.Combine(output, ReportFiles.ToDo);
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, run.ToDo.Where(t => keys.Contains(t.Key)), Json.Indented));
        // All cohorts, done or not: workers that pull look for themselves what is missing.
        WorkPlan.Write(Path.Combine(output, ReportFiles.Work), WorkOrders.Of(plan, RunOptions.UsualCheckpointInterval, repertoire));
        return path;
    }

    private static string Describe(string device, TimeSpan work, int sharing, int workers)
    {
        var (time, on) = device == DeviceKind.Cpu
            ? (work / sharing, string.Create(CultureInfo.InvariantCulture, $"with {workers} worker{(workers == 1 ? "" : "s")}"))
            : (work, $"on one GPU ({device})");
        return $"  About {Durations.Show(time)} {on}, from the times of like jobs in the store.";
    }

    private static bool IsAxis(string name) => name is "seed" or "target" or "features" or "representation";

    /// <summary>
    /// What is new about a job: values of which the store has no job at all, and settings; nothing where it is merely not trained yet.
    /// </summary>
    private static string Describe(ImmutableArray<PartDifference> differences, HashSet<FingerprintPart> known)
    {
        var said = differences
            .Where(d => !IsAxis(d.Name) || !known.Contains(new(d.Name, d.Wanted ?? "")))
            .Select(d => IsAxis(d.Name) ? $"{d.Name} {(d.Wanted is { Length: > 0 } wanted ? wanted : "(none)")} is new" : d.ToString())
            .ToArray();
        return said.Length == 0 ? "not trained yet" : string.Join(", ", said);
    }

    private static ToDo Of(
        Job job,
        Fingerprint fingerprint,
        NearestJobs nearest,
        HashSet<FingerprintPart> known,
        FailureStore failures,
        CheckpointStore checkpoints,
        string? broken)
    {
        var near = nearest.Of(job.Key, fingerprint);
        ImmutableArray<PartDifference> differences = near is null ? [] : FingerprintDifference.Of(near.Fingerprint, fingerprint.Parts);
        var (failure, checkpoint) = (failures.Read(job.Key), checkpoints.Contains(job.Key));
        var why = failure is not null ? $"failed when it was last tried: {failure.Reason}"
            : checkpoint ? "was stopped, and goes on from its checkpoint"
            : broken is not null ? broken
            : near is null ? "the store is empty"
            : Describe(differences, known);
        return new(job.Key, job.Title, why, near?.Key, near?.Title, differences, checkpoint, failure?.Reason);
    }
}
