namespace Tomography.Benchmarks;

/// <summary>What a process that trains on a prepared dataset measured.</summary>
/// <param name="OpenMilliseconds">From the start of opening the file to graphs in memory.</param>
/// <param name="Training">Its training.</param>
internal sealed record PreparedMeasurement(double OpenMilliseconds, TrainingMeasurement Training);
