using System.Collections.Immutable;

namespace Tomography.Store;

/// <summary>Where and when a result was made.</summary>
/// <param name="Program">Version of the program.</param>
/// <param name="Commit">The commit it was built from; empty where it was not built from a repository.</param>
/// <param name="Runtime">The .NET runtime and operating system.</param>
/// <param name="Packages">Packages that the worker ran with, name and version.</param>
/// <param name="Host">The machine.</param>
/// <param name="Device">The compute device.</param>
/// <param name="Dataset">SHA-256 of the crystals, as in the fingerprint.</param>
/// <param name="Started">Start of the job, UTC; of its last part, where it was resumed.</param>
/// <param name="Finished">End of the job, UTC.</param>
/// <param name="Resumed">Whether the job went on from a checkpoint.</param>
public sealed record Provenance(
    string Program,
    string Commit,
    string Runtime,
    ImmutableArray<string> Packages,
    string Host,
    string Device,
    string Dataset,
    DateTimeOffset Started,
    DateTimeOffset Finished,
    bool Resumed)
{
    /// <summary>The process that trained it, on its machine; null in results that do not tell.</summary>
    public int? Process { get; init; }
}
