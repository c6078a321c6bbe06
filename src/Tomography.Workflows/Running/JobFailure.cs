namespace Tomography.Workflows;

/// <summary>A job that has no result.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Key">The job.</param>
/// <param name="Reason">Why.</param>
/// <param name="LogPath">The job's log.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="At">When it failed, UTC.</param>
public sealed record JobFailure(string Title, JobKey Key, string Reason, string LogPath, int Attempts, DateTimeOffset At);
