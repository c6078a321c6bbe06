namespace Tomography.Analysis;

/// <summary>A measure of a lattice, what it stands on and what chance does to it.</summary>
/// <param name="Measure">Which.</param>
/// <param name="Value">Its value; null where it does not exist or would stand on too little.</param>
/// <param name="Lower">The 2.5 % percentile over repetitions of the study; null where there is none.</param>
/// <param name="Upper">The 97.5 % percentile.</param>
/// <param name="Edges">Edges behind it.</param>
/// <param name="Pairs">Pairs of properties that these edges join, whatever their direction.</param>
/// <param name="Lacks">What there is too little of for a value; null where there is enough.</param>
public sealed record MeasureEstimate(
    LatticeMeasure Measure, double? Value, double? Lower, double? Upper, int Edges, int Pairs, Shortfall? Lacks);
