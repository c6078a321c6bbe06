namespace Tomography.Workflows.Worker;

/// <summary>Why a task of an array stops before all is done.</summary>
internal enum StopReason
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>Its time is nearly over.</summary>
    TimeLimit,

    /// <summary>Somebody cancelled the array.</summary>
    Cancelled,

    /// <summary>A signal asks it to: the scheduler takes the node, or somebody ends the task.</summary>
    Signal,
}
