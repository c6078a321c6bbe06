namespace Tomography.Analysis;

/// <summary>An edge of the lattice between two goals that both change along a step.</summary>
/// <param name="Verdict">What the study concludes of it.</param>
/// <param name="Passes">Whether it is decided, trusted and does not harm.</param>
public sealed record StepEdge(EdgeVerdict Verdict, bool Passes);
