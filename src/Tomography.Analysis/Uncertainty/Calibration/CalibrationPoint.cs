namespace Tomography.Analysis;

/// <summary>How many true values intervals hold that are to hold a stated share.</summary>
/// <param name="Level">The share that they are to hold, above 0 and below 1.</param>
/// <param name="Conformal">The share that calibrated intervals hold; null where there are too few crystals for the level.</param>
/// <param name="Normal">The share that intervals of normal errors hold, from spread and noise.</param>
/// <param name="SpreadAlone">The share that intervals of the spread alone hold; null where the spread is not known.</param>
public readonly record struct CalibrationPoint(double Level, double? Conformal, double Normal, double? SpreadAlone);
