namespace Tomography.Store;

/// <summary>The last that a task of an array said of itself.</summary>
/// <param name="Task">The task, from 0.</param>
/// <param name="ArrayJob">The scheduler's id of the whole array; empty where the scheduler told none.</param>
/// <param name="Job">The scheduler's id of the task; empty where it told none.</param>
/// <param name="Host">The machine.</param>
/// <param name="Restarts">How often the scheduler started it again.</param>
/// <param name="State">What it does, or how it ended.</param>
/// <param name="Why">More of it, for people; may be empty.</param>
/// <param name="Trained">Models that it has trained since it was last started.</param>
/// <param name="At">When, UTC, by its machine's clock.</param>
public sealed record TaskNote(
    int Task,
    string ArrayJob,
    string Job,
    string Host,
    int Restarts,
    TaskState State,
    string Why,
    int Trained,
    DateTimeOffset At);
