namespace Tomography.Workflows;

/// <summary>What is known of a task of an array, for people.</summary>
/// <param name="Index">The task.</param>
/// <param name="Text">What it does, or how it ended; tasks of the same text share a line.</param>
/// <param name="Log">Full path of its log, where it is worth a look; else null.</param>
internal sealed record TaskWord(int Index, string Text, string? Log = null);
