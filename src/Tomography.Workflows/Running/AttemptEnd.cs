namespace Tomography.Workflows;

/// <summary>How an attempt ended.</summary>
/// <param name="Kind">What became of the job.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Details">The whole story, for its log.</param>
/// <param name="WorkerLives">Whether the worker can take another job.</param>
internal sealed record AttemptEnd(WorkReportKind Kind, string Reason = "", string Details = "", bool WorkerLives = true)
{
    /// <summary>Whether the job has a result now.</summary>
    public bool IsDone => Kind is WorkReportKind.Done or WorkReportKind.DoneElsewhere;
}
