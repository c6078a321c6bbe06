namespace Tomography.Store;

/// <summary>How far a run is.</summary>
/// <param name="Done">Jobs that have a result or failed, those found in the store included.</param>
/// <param name="Total">All jobs.</param>
/// <param name="Running">Jobs being trained.</param>
/// <param name="Failed">Jobs that failed.</param>
/// <param name="Left">Estimated time left; null while there is nothing to go by.</param>
public sealed record RunProgress(int Done, int Total, int Running, int Failed, TimeSpan? Left)
{
    /// <summary>Where jobs run but on the CPU, like <c>240 on cuda:0</c>; null for nowhere else.</summary>
    public string? Devices { get; init; }

    /// <summary>One line for people: <c>38 of 120 jobs done (32 %), 2 running, about 1 min 20 s left</c>.</summary>
    public override string ToString()
    {
        var running = Devices is null ? $"{Running} running" : $"{Running} running ({Devices})";
        return $"{Done} of {Total} jobs done ({100 * Done / Math.Max(1, Total)} %), {running}"
            + $"{(Failed > 0 ? $", {Failed} failed" : "")}{(Left is { } left ? $", about {Durations.Show(left)} left" : "")}";
    }
}
