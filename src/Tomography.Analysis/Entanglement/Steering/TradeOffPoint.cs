namespace Tomography.Analysis;

/// <summary>What pruning at a threshold costs.</summary>
/// <param name="Threshold">Edges of at least this weight are kept; a fraction.</param>
/// <param name="Kept">How many are kept.</param>
/// <param name="Uncertainty">U: mean uncertainty of the edges kept, 0..1; 0 where none is kept.</param>
/// <param name="Loss">D: share of the weight given up, 0..1.</param>
/// <param name="Cost">alpha U + beta D.</param>
public sealed record TradeOffPoint(double Threshold, int Kept, double Uncertainty, double Loss, double Cost);
