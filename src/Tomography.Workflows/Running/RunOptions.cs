namespace Tomography.Workflows;

/// <summary>How jobs are run.</summary>
/// <param name="Worker">How a worker is started.</param>
/// <param name="Workers">Workers at a time, at least 1; one per core by default.</param>
/// <param name="LogFolder">Where logs of workers go.</param>
/// <param name="ProgressInterval">Time from one progress line to the next, 1 to 10 seconds in a build.</param>
public sealed record RunOptions(WorkerCommand Worker, int Workers, string LogFolder, TimeSpan ProgressInterval);
