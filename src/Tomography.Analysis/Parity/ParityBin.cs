namespace Tomography.Analysis;

/// <summary>A square of a parity plot.</summary>
/// <param name="True">Its place along the true values, from 0.</param>
/// <param name="Predicted">Its place along the predictions, from 0.</param>
/// <param name="Count">How many predictions lie in it; at least 1.</param>
public readonly record struct ParityBin(int True, int Predicted, int Count);
