namespace Tomography.Analysis;

/// <summary>How many materials hold an element.</summary>
/// <param name="AtomicNumber">The element.</param>
/// <param name="Materials">How many.</param>
public sealed record ElementCount(int AtomicNumber, int Materials);
