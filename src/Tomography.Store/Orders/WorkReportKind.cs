namespace Tomography.Store;

/// <summary>What a worker reports.</summary>
public enum WorkReportKind
{
    /// <summary>The job begins behind an epoch: 0, or that of its checkpoint.</summary>
    Started,

    /// <summary>An epoch of the job is over.</summary>
    Epoch,

    /// <summary>The job's result is in the store.</summary>
    Done,

    /// <summary>The result was in the store already: another build that shares it was faster.</summary>
    DoneElsewhere,

    /// <summary>Another build that shares the store is training the job.</summary>
    Busy,

    /// <summary>The job failed; the worker goes on.</summary>
    Failed,

    /// <summary>The store cannot be written, so no job can be done; the worker goes on.</summary>
    StoreFailed,

    /// <summary>The device does not answer any more: no fault of the job, which goes on elsewhere; the worker ends.</summary>
    DeviceFailed,

    /// <summary>The device's memory held fewer models than were to be trained side by side; they go on in smaller groups.</summary>
    MemoryShort,

    /// <summary>Something the user should know; the job goes on.</summary>
    Warning,
}
