namespace Tomography.Workflows;

/// <summary>How jobs are run.</summary>
/// <param name="Slots">Where workers train.</param>
/// <param name="LogFolder">Where logs go.</param>
/// <param name="ProgressInterval">Time from one progress line to the next when a run begins; it grows with its length.</param>
public sealed record RunOptions(IWorkerSlots Slots, string LogFolder, TimeSpan ProgressInterval)
{
    /// <summary>Options of a run on cores of the CPU.</summary>
    /// <param name="source">Where workers come from.</param>
    /// <param name="workers">Workers at a time, at least 1.</param>
    /// <param name="logFolder">Where logs go.</param>
    /// <param name="progressInterval">Time from one progress line to the next.</param>
    public RunOptions(IWorkerSource source, int workers, string logFolder, TimeSpan progressInterval)
        : this(new CpuSlots(source, workers), logFolder, progressInterval)
    {
    }

    /// <summary>Time between two checkpoints where nobody says otherwise.</summary>
    public static TimeSpan UsualCheckpointInterval { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether the other jobs are trained after one has failed for good; if not, the first ends the run.</summary>
    public bool KeepGoing { get; init; } = true;

    /// <summary>Time between two checkpoints of a job: what a killed machine loses at most.</summary>
    public TimeSpan CheckpointInterval { get; init; } = UsualCheckpointInterval;

    /// <summary>How long a job rests that another build is training, before it is asked for again.</summary>
    public TimeSpan BusyInterval { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Time between two updates of what <c>-t:Status</c> reads.</summary>
    public TimeSpan StatusInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The settings that experiments have: fingerprints are stated by them.</summary>
    public Repertoire Repertoire { get; init; } = Repertoire.Default;
}
