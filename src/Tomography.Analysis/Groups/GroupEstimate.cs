namespace Tomography.Analysis;

/// <summary>A relative change of the test error with its 95 % interval; fractions.</summary>
/// <param name="Change">The change.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public sealed record GroupEstimate(double Change, double Low, double High);
