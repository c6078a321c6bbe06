namespace Tomography.Workflows;

/// <summary>What a command of the scheduler said.</summary>
/// <param name="Text">Its standard output; empty where it failed.</param>
/// <param name="Problem">Why it failed, or why it could not be run; null where it did not.</param>
/// <param name="IsSlow">Whether it did not answer in time: what it was to do may be done or not.</param>
internal sealed record CommandAnswer(string Text, string? Problem, bool IsSlow = false);
