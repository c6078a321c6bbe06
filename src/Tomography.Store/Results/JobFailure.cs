namespace Tomography.Store;

/// <summary>A job that has no result.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Key">The job.</param>
/// <param name="Reason">Why.</param>
/// <param name="LogPath">The job's log; empty where it is not known any more.</param>
/// <param name="Attempts">How often it was tried; 0 where that is not known any more.</param>
/// <param name="At">When it failed, UTC.</param>
public sealed record JobFailure(string Title, JobKey Key, string Reason, string LogPath, int Attempts, DateTimeOffset At);
