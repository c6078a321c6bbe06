using System.Globalization;

namespace Tomography.Workflows;

/// <summary>Writes the log of a failed attempt: what was to be trained, how it ended, and what its worker said.</summary>
internal static class JobLog
{
    /// <summary>Writes it.</summary>
    /// <returns>Its full path; that of the worker's log where the disk takes no more.</returns>
    /// <param name="folder">Full path of the folder of logs.</param>
    /// <param name="attempt">The try.</param>
    /// <param name="model">The model that failed.</param>
    /// <param name="end">How it ended.</param>
    /// <param name="worker">Who tried.</param>
    /// <param name="device">On what; null for the CPU.</param>
    /// <param name="now">The time.</param>
    public static string Write(
        string folder, CohortAttempt attempt, ModelOrder model, AttemptEnd end, IWorker worker, string? device, DateTimeOffset now)
    {
        var path = Path.Combine(
            folder,
            string.Create(CultureInfo.InvariantCulture, $"job-{model.Key.Short}-{now:yyyyMMdd-HHmmss}-{attempt.Number}.log"));
        string[] lines =
        [
            $"Job {model.Title}",
            $"key      {model.Key}",
            string.Create(CultureInfo.InvariantCulture, $"attempt  {attempt.Number} of {attempt.Order.Retries + 1}"),
            string.Create(CultureInfo.InvariantCulture, $"failed   {now:yyyy-MM-dd HH:mm:ss} UTC"),
            $"why      {end.Reason}",
            $"worker   {worker.LogPath}",
            .. device is null ? Array.Empty<string>() : [$"device   {device}"],
            "",
            .. end.Details.Length > 0 ? new[] { end.Details, "" } : [],
            "What the worker said while it trained the job:",
            .. worker.Said(),
            "",
            "What the result would depend on:",
            .. attempt.Order.FingerprintOf(model).Select(p => $"  {p.Name} = {p.Value}"),
        ];
        try
        {
            AtomicFile.WriteText(path, string.Join('\n', lines) + "\n");
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk is full or cannot be written; the failure itself is told all the same.
            return worker.LogPath;
        }
    }
}
