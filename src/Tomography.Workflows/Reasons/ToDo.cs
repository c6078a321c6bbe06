using System.Collections.Immutable;

namespace Tomography.Workflows;

/// <summary>A job that would be trained, and why.</summary>
/// <param name="Key">The job.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Why">The reason, in one phrase.</param>
/// <param name="NearestKey">The job of the store that differs least; null in an empty store.</param>
/// <param name="NearestTitle">What people call that one.</param>
/// <param name="Differences">In what it differs from it.</param>
/// <param name="HasCheckpoint">Whether it goes on from a checkpoint.</param>
/// <param name="LastFailure">Why it failed when it was last tried; null where it did not.</param>
public sealed record ToDo(
    JobKey Key,
    string Title,
    string Why,
    JobKey? NearestKey,
    string? NearestTitle,
    ImmutableArray<PartDifference> Differences,
    bool HasCheckpoint,
    string? LastFailure);
