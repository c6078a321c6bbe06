namespace Tomography.Analysis;

/// <summary>What two sources have in common.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Materials">How many materials both cover.</param>
public sealed record SourceOverlap(string First, string Second, int Materials);
