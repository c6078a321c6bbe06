using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>The paces of a run so far, by kind of work and kind of device.</summary>
/// <param name="All">The paces.</param>
internal sealed record Paces(ImmutableDictionary<(WorkKind Work, string Device), Pace> All)
{
    /// <summary>Those of a run that begins.</summary>
    public static Paces None { get; } = new(ImmutableDictionary<(WorkKind, string), Pace>.Empty);

    /// <summary>With something more that was trained.</summary>
    public Paces With(WorkKind work, string device, Pace pace) =>
        pace.Epochs <= 0 ? this : new(All.SetItem((work, device), All.GetValueOrDefault((work, device)) + pace));

    /// <summary>Seconds per epoch of a model; null where no such work was done on such a device.</summary>
    public double? Of(WorkKind work, string device) => All.GetValueOrDefault((work, device)).SecondsPerEpoch;

    /// <summary>The same; that of all work on such a device where no such work was done. Null where none was.</summary>
    public double? OrMean(WorkKind work, string device) =>
        Of(work, device)
        ?? All.Where(p => p.Key.Device == device).Select(p => p.Value).Aggregate(default(Pace), (all, pace) => all + pace).SecondsPerEpoch;

    /// <summary>Seconds that workers need for work, all of them at it; null where nothing is known of any of them.</summary>
    /// <param name="epochs">Epochs of models to train, by kind of work.</param>
    /// <param name="workers">How many workers there are, by kind of device.</param>
    public double? SecondsFor(IReadOnlyDictionary<WorkKind, long> epochs, IReadOnlyDictionary<string, int> workers)
    {
        var seconds = 0.0;
        foreach (var (work, count) in epochs)
        {
            if (count <= 0) continue;
            var speed = workers.Sum(w => OrMean(work, w.Key) is { } pace and > 0 ? w.Value / pace : 0);
            if (speed <= 0) return null;
            seconds += count / speed;
        }

        return seconds;
    }
}
