namespace Tomography.Analysis;

/// <summary>An error with the interval that other formulas might have given.</summary>
/// <param name="Value">The error, in the target's unit; at least 0.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end of the 95 % interval.</param>
public readonly record struct ErrorInterval(double Value, double Low, double High);
