using System.Collections.Immutable;

namespace Tomography.Store;

/// <summary>What a build that trains tells others who look at its store.</summary>
/// <param name="Host">The machine.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="Started">When it started to train, UTC.</param>
/// <param name="Experiments">Names of the experiments.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Running">The jobs being trained.</param>
public sealed record RunStatus(
    string Host,
    int ProcessId,
    DateTimeOffset Started,
    ImmutableArray<string> Experiments,
    RunProgress Progress,
    ImmutableArray<RunningJob> Running)
{
    /// <summary>How often the file was written: what changes for certain while its build lives.</summary>
    public long Update { get; init; }

    /// <summary>Seconds from one update to the next, above 0.</summary>
    public double UpdateSeconds { get; init; } = 1;

    /// <summary>Which task of an array it is; null where it is none.</summary>
    public ArrayTask? Task { get; init; }

    /// <summary>Whether the file system has locks, as the build's machine sees it.</summary>
    public bool HasLocks { get; init; } = true;
}
