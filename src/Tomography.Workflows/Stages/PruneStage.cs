using System.Globalization;

namespace Tomography.Workflows;

/// <summary>
/// <c>-t:Prune</c>: removes from a store what no given experiment references. It lists first; only a confirmed call deletes.
/// </summary>
public static class PruneStage
{
    private static readonly TimeSpan PlanningTakes = TimeSpan.FromHours(1);

    /// <summary>
    /// A build that locks cannot tell of must have been quiet for so long to count as gone: as long as a lease, since what is deleted is
    /// lost.
    /// </summary>
    private static readonly TimeSpan QuietFor = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LogsKept = TimeSpan.FromDays(30);

    /// <summary>Finds what no plan references.</summary>
    /// <exception cref="DiagnosticException">A build trains in the store.</exception>
    public static IReadOnlyList<PruneItem> Find(IReadOnlyList<Plan> plans, string store, DateTimeOffset now)
    {
        var folders = new StoreFolders(store);
        var runs = RunStatusFile.ReadAll(folders, QuietFor);
        if (runs.Count > 0)
            throw new DiagnosticException([
                new(
                    DiagnosticSeverity.Error,
                    DiagnosticCodes.StoreInUse,
                    new(store),
                    "",
                    $"{runs.Count} build{(runs.Count == 1 ? " trains" : "s train")} in the store '{store}' "
                        + $"({string.Join(", ", runs.Select(r => $"{r.Host}, process {r.ProcessId}"))}). Prune it when "
                        + $"{(runs.Count == 1 ? "it is" : "they are")} done."),
            ]);

        var keys = plans.SelectMany(p => p.Jobs.Select(j => j.Key.Value)).ToHashSet(StringComparer.Ordinal);
        var datasets = plans.Select(p => p.Dataset.Key).ToHashSet(StringComparer.Ordinal);
        var datasetStore = new DatasetStore(store);
        var graphs = plans.SelectMany(p => p.Graphs.Select(g => datasetStore.GraphsPath(g.Hash))).ToHashSet(StringComparer.Ordinal);
        var splits = plans.SelectMany(p => p.Splits.Select(s => s.Hash)).ToHashSet(StringComparer.Ordinal);
        var statistics = plans.SelectMany(p => p.Variants.Select(v => KeptPairedErrors.PathOf(p, v, folders)))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Files(folders.Results, "result").Where(i => !keys.Contains(NameOf(i))),
            .. Files(folders.Latents, "latent vectors").Where(i => !keys.Contains(NameOf(i))),
            .. Files(folders.Predictions, "predictions").Where(i => !keys.Contains(NameOf(i))),
            .. Files(folders.Weights, "weights").Where(i => !keys.Contains(NameOf(i))),
            .. Files(folders.Checkpoints, "checkpoint").Where(i => !keys.Contains(NameOf(i))),
            .. Files(folders.Failures, "note of a failure").Where(i => !keys.Contains(NameOf(i))),
            // What is young may belong to a build that plans at this moment.
            .. Files(folders.Datasets, "dataset")
                .Where(i => IsOld(i, now) && !datasets.Contains(Path.GetFileName(Path.GetDirectoryName(i.Path)!))),
            .. Files(folders.Graphs, "graphs").Where(i => IsOld(i, now) && !graphs.Contains(i.Path)),
            .. Files(folders.Splits, "split").Where(i => IsOld(i, now) && !splits.Contains(NameOf(i))),
            .. Files(folders.Statistics, "statistics of pairs").Where(i => !statistics.Contains(i.Path)),
            .. Files(folders.Damaged, "damaged file"),
            .. Files(folders.Logs, "log").Where(i => now - new DateTimeOffset(File.GetLastWriteTimeUtc(i.Path)) > LogsKept),
        ];
    }

    /// <summary>Deletes what was found, and folders that are empty then.</summary>
    public static void Delete(IEnumerable<PruneItem> items)
    {
        foreach (var item in items)
        {
            File.Delete(item.Path);
            var folder = Path.GetDirectoryName(item.Path)!;
            if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        }
    }

    /// <summary>What was found, for people: one line per kind with count and size.</summary>
    public static IEnumerable<string> Describe(IReadOnlyList<PruneItem> items, bool confirmed)
    {
        if (items.Count == 0)
        {
            yield return "Prune: the store holds nothing that the given experiments do not reference.";
            yield break;
        }

        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Prune: {items.Count} files ({Size(items.Sum(i => i.Bytes))}) that no given experiment references "
                + $"{(confirmed ? "are deleted" : "would be deleted")}:");
        foreach (var kind in items.GroupBy(i => i.Kind))
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {kind.Count(), 6}  {kind.Key} ({Size(kind.Sum(i => i.Bytes))}), like {kind.First().Path}");
        if (!confirmed)
            yield return "  Nothing was deleted. Name every experiment that shares the store with -p:Experiment, and add -p:Confirm=true "
                + "to delete.";
    }

    private static bool IsOld(PruneItem item, DateTimeOffset now) =>
        now - new DateTimeOffset(File.GetLastWriteTimeUtc(item.Path)) > PlanningTakes;

    private static string NameOf(PruneItem item) => Path.GetFileNameWithoutExtension(item.Path);

    private static IEnumerable<PruneItem> Files(string folder, string kind) =>
        !Directory.Exists(folder)
            ? []
            : new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderBy(f => f.FullName, StringComparer.Ordinal)
                .Select(f => new PruneItem(kind, f.FullName, f.Length));

    private static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB"),
        >= 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
    };
}
