using System.Collections;
using System.Globalization;

namespace Tomography.Workflows.Worker;

/// <summary>What Slurm tells a task of an array in its environment.</summary>
/// <param name="Index">The task, from 0.</param>
/// <param name="ArrayJob">Id of the array; empty where there is none.</param>
/// <param name="Job">Id of the task; empty where there is none.</param>
/// <param name="Restarts">How often Slurm started it again.</param>
/// <param name="Cores">Cores that it was given; null where Slurm does not say.</param>
/// <param name="Started">When Slurm started it; null where it does not say.</param>
internal sealed record SlurmTask(int Index, string ArrayJob, string Job, int Restarts, int? Cores, DateTimeOffset? Started)
{
    /// <summary>Reads the environment.</summary>
    public static SlurmTask Of(IDictionary environment)
    {
        return new(
            Whole("SLURM_ARRAY_TASK_ID") ?? 0, Text("SLURM_ARRAY_JOB_ID"), Text("SLURM_JOB_ID"), Whole("SLURM_RESTART_COUNT") ?? 0,
            Whole("SLURM_CPUS_PER_TASK") ?? Whole("SLURM_CPUS_ON_NODE"),
            Whole("SLURM_JOB_START_TIME") is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null);

        string Text(string name) => environment[name] as string ?? "";

        int? Whole(string name) =>
            int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>
    /// How Slurm's commands call this task. The id of its own does not do: that of the last task is the array's, too, and a command that
    /// names it means all tasks.
    /// </summary>
    public string? Name => ArrayJob.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{ArrayJob}_{Index}");

    /// <summary>How many workers on cores it may have: never more than it was given, nor than the machine lets it use.</summary>
    /// <param name="usable">Cores that the machine lets this process use.</param>
    public int WorkersOn(int usable) => Math.Clamp(Cores ?? 1, 1, Math.Max(1, usable));

    /// <summary>Time that is left of the limit when the worker starts: loading modules takes some of it.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="now">What time it is. Clocks of nodes may be wrong: a start in the future, or before the limit, says nothing.</param>
    public TimeSpan Left(TimeSpan limit, DateTimeOffset now) =>
        Started is { } started && now - started is var since && since >= TimeSpan.Zero && since < limit ? limit - since : limit;
}
