namespace Tomography.Workflows.Worker;

/// <summary>Why a worker that pulls ended.</summary>
internal enum PullEndKind
{
    /// <summary>Every model has a result, or was given up.</summary>
    NothingLeft,

    /// <summary>All that is left is trained by others, and another worker waits for these.</summary>
    OthersWork,

    /// <summary>What is left does not fit into the time that is left.</summary>
    NoTime,
}
