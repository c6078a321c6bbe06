namespace Tomography.Workflows;

/// <summary>What a worker reports.</summary>
public enum WorkReportKind
{
    /// <summary>An epoch of the job is over.</summary>
    Epoch,

    /// <summary>The job's result is in the store.</summary>
    Done,

    /// <summary>The job failed; the worker goes on.</summary>
    Failed,
}
