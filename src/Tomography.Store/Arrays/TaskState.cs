namespace Tomography.Store;

/// <summary>What a task of an array does, or how it ended.</summary>
public enum TaskState
{
    /// <summary>It works, or was killed before it could say more.</summary>
    Working,

    /// <summary>It found nothing left to do, for any task.</summary>
    Finished,

    /// <summary>It ended because other tasks train all that is left.</summary>
    Spare,

    /// <summary>Its time was nearly over, and it put itself back into the queue.</summary>
    Requeued,

    /// <summary>It was stopped and left checkpoints.</summary>
    Stopped,

    /// <summary>It could not work.</summary>
    Failed,
}
