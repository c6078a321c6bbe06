using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>What a run is about to do.</summary>
/// <param name="Planned">Models of all plans, each once.</param>
/// <param name="ToTrain">Those of them that the store lacks, at least one.</param>
/// <param name="Devices">What they are trained on, in words: <c>2 CPU cores</c>, <c>NVIDIA H100 (cuda:0)</c>.</param>
/// <param name="Store">Full path of the store.</param>
/// <param name="Time">Rough time by the times of like models in the store; null where there are none.</param>
public sealed record RunStart(int Planned, int ToTrain, ImmutableArray<string> Devices, string Store, TimeSpan? Time)
{
    /// <summary>Two lines for people.</summary>
    public ImmutableArray<string> Lines =>
    [
        $"Training {ToTrain} of {Planned} models on {string.Join(" and ", Devices)}, "
            + (Time is { } time
                ? $"about {Durations.Show(time)} by the times of like models in the store."
                : "for a time that is told when the first are trained."),
        $"What is trained is kept in {Store}; a build that is stopped goes on from there.",
    ];

    /// <summary>What a run is about to do.</summary>
    /// <param name="planned">Models of all plans.</param>
    /// <param name="todo">Cohorts of those that the store lacks.</param>
    /// <param name="slots">Where they are trained.</param>
    /// <param name="folders">The store.</param>
    internal static RunStart Of(
        int planned, IReadOnlyCollection<CohortOrder> todo, IReadOnlyCollection<WorkerSlot> slots, StoreFolders folders) => new(
        planned, todo.Sum(o => o.Models.Length), [.. Words(slots)], folders.Root, TimeOf(todo, slots, new(StoredJobs.ReadAll(folders))));

    private static IEnumerable<string> Words(IReadOnlyCollection<WorkerSlot> slots)
    {
        foreach (var gpu in slots.Where(s => !s.IsCpu)) yield return $"{gpu.Device.Name} ({gpu.Device.Id})";
        if (slots.Count(s => s.IsCpu) is > 0 and var cores) yield return $"{cores} CPU core{(cores == 1 ? "" : "s")}";
    }

    // All devices at it, each at the pace of like models there; null where of one of them nothing is known.
    private static TimeSpan? TimeOf(IReadOnlyCollection<CohortOrder> todo, IReadOnlyCollection<WorkerSlot> slots, TimeEstimate past)
    {
        var speed = 0.0;
        foreach (var (kind, count) in slots.CountBy(s => s.Kind, StringComparer.Ordinal))
        {
            double?[] seconds = [.. todo.Select(o => past.Of(new Fingerprint(o.Fingerprint), kind) * o.Models.Length)];
            if (seconds.Contains(null) || seconds.Sum() is not { } all || all <= 0) return null;
            speed += count / all;
        }

        return TimeSpan.FromSeconds(1 / speed);
    }
}
