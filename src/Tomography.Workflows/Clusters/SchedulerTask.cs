namespace Tomography.Workflows;

/// <summary>What the scheduler says of a task of an array. It is shown beside what the store says, and never instead of it.</summary>
/// <param name="Index">The task.</param>
/// <param name="State">In Slurm's own word, like <c>PENDING</c> or <c>OUT_OF_MEMORY</c>.</param>
/// <param name="Reason">Why it waits, in Slurm's own word; empty where it does not say.</param>
internal readonly record struct SchedulerTask(int Index, string State, string Reason);
