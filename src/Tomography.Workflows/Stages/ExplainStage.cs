using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Explain -p:Job=KEY</c>: what a job's result depends on, and in what it differs from the nearest job of the store.
/// </summary>
public static class ExplainStage
{
    private const int FewestDigits = 4;

    /// <summary>Explains a job of the plans, or of the store.</summary>
    /// <param name="plans">The plans.</param>
    /// <param name="store">Full path of the store.</param>
    /// <param name="job">A key, or at least its first four digits.</param>
    /// <param name="repertoire">What settings there are; those of this program where none is given.</param>
    /// <exception cref="DiagnosticException">The key names no job, or several.</exception>
    public static IReadOnlyList<string> Run(IReadOnlyList<Plan> plans, string store, string job, Repertoire? repertoire = null)
    {
        var prefix = job.Trim().ToLowerInvariant();
        if (prefix.Length < FewestDigits || !prefix.All(char.IsAsciiHexDigit))
            throw Unknown(
                $"-p:Job must be the key of a job, or at least its first {FewestDigits} digits, not '{job}'. Keys stand in plan.json, "
                    + $"results.csv and in the messages of -t:Plan.");
        var folders = new StoreFolders(store);
        var planned = plans.SelectMany(p => p.Jobs.Where(j => j.Key.Value.StartsWith(prefix, StringComparison.Ordinal))
            .Select(j => (
                j.Key, j.Title, j.Keeps, Fingerprint: new JobFingerprints(p, repertoire).Of(j), From: p.Experiment)))
            .DistinctBy(j => j.Key).ToArray();
        var stored = StoredJobs.ReadAll(folders);
        var candidates = planned
            .Concat(
                stored
                    .Where(s => s.Key.Value.StartsWith(prefix, StringComparison.Ordinal) && !planned.Any(p => p.Key == s.Key))
                    .Select(s =>
                        (
                            s.Key,
                            s.Title,
                            Keeps: Kept.Nothing,
                            new Fingerprint(s.Fingerprint),
                            From: "no given experiment, only in the store")))
            .ToArray();
        if (candidates.Length == 0)
            throw Unknown($"No job of the given experiments or of the store has a key that begins with '{prefix}'.");
        if (candidates.Length > 1)
            throw Unknown(
                $"'{prefix}' is the beginning of {candidates.Length} keys: "
                    + $"{string.Join(", ", candidates.Take(5).Select(c => $"{c.Key.Short} ({c.Title})"))}. Give more digits.");
        var (key, title, keeps, fingerprint, from) = candidates[0];
        return [.. Lines(key, title, fingerprint, from, State(key, keeps, folders), new NearestJobs(stored).Of(key, fingerprint))];
    }

    private static IEnumerable<string> Lines(
        JobKey key,
        string title,
        Fingerprint fingerprint,
        string from,
        string state,
        StoredJob? nearest)
    {
        yield return $"Job {title}";
        yield return $"  key         {key}";
        yield return $"  experiment  {from}";
        yield return $"  state       {state}";
        if (nearest is null)
        {
            yield return "  The store has no other job to compare it with. Its result depends on:";
            foreach (var (name, value) in fingerprint.Parts) yield return $"    {name} = {value}";
            yield break;
        }

        var differences = FingerprintDifference.Of(nearest.Fingerprint, fingerprint.Parts);
        var old = nearest.Fingerprint.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        yield return $"  nearest     {nearest.Key} ({nearest.Title}), which differs in {differences.Length} "
            + $"part{(differences.Length == 1 ? "" : "s")}:";
        foreach (var difference in differences) yield return $"    {difference}";
        yield return "  Its result depends on (* differs from the nearest job):";
        foreach (var (name, value) in fingerprint.Parts)
            yield return $"  {(old.TryGetValue(name, out var other) && other == value ? " " : "*")} {name} = {value}";
    }

    private static string State(JobKey key, Kept keeps, StoreFolders folders)
    {
        var damage = "";
        var results = new ResultStore(folders.Root);
        var result = results.Read(key, d => damage = d);
        if (result is not null && !results.IsDone(key, keeps, d => damage = d) && damage.Length == 0)
            damage = KeptText.WhatIsWrong(results.Missing(key, keeps)) + ".";
        if (damage.Length > 0) return $"to be trained: {damage}";
        if (result is not null)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"done: test MAE {result.Scores[0].TestMae:G6}, best epoch {result.Scores[0].BestEpoch} of {result.Epochs}, "
                    + $"{Durations.Show(TimeSpan.FromSeconds(result.Seconds))} on {result.Provenance.Host} with version "
                    + $"{result.Provenance.Program}{CommitOf(result.Provenance)}, {result.Provenance.Finished:yyyy-MM-dd HH:mm} UTC");
        if (
            RunStatusFile.ReadAll(folders).SelectMany(s => s.Running.Select(r => (s.Host, Job: r))).FirstOrDefault(r => r.Job.Key == key) is
            { Job: { } running } found)
            return string.Create(CultureInfo.InvariantCulture, $"being trained on {found.Host}: epoch {running.Epoch} of {running.Epochs}");
        if (new FailureStore(folders).Read(key) is { } failure)
            return $"failed {failure.At:yyyy-MM-dd HH:mm} "
                + $"UTC{(failure.Attempts == 0 ? "" : $" after {failure.Attempts} attempt{(failure.Attempts == 1 ? "" : "s")}")}: "
                + $"{failure.Reason}{StatusStage.LogOf(failure)}";
        return new CheckpointStore(folders).Contains(key) ? "stopped; it goes on from its checkpoint" : "to be trained";
    }

    private static string CommitOf(Provenance provenance) =>
        provenance.Commit.Length == 0 ? "" : $" ({provenance.Commit[..Math.Min(12, provenance.Commit.Length)]})";

    private static DiagnosticException Unknown(string message) =>
        new([new(DiagnosticSeverity.Error, DiagnosticCodes.UnknownJob, SourceLocation.CommandLine, "", message)]);
}
