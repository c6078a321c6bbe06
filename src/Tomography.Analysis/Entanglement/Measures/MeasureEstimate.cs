namespace Tomography.Analysis;

/// <summary>A measure of a lattice and what the choice of seeds does to it.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Value">Its value with every seed; null where it does not exist.</param>
/// <param name="Lower">The 2.5 % percentile over draws of seeds; null where there is none (one seed, no draws).</param>
/// <param name="Upper">The 97.5 % percentile.</param>
public sealed record MeasureEstimate(LatticeMeasure Measure, double? Value, double? Lower, double? Upper);
