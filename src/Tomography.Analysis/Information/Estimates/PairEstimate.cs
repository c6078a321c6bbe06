namespace Tomography.Analysis;

/// <summary>The mutual information of two properties.</summary>
/// <param name="Bits">In bits; null where too few materials have both.</param>
/// <param name="Estimator">How it was estimated.</param>
/// <param name="Materials">Materials that have both.</param>
/// <param name="Samples">Those of them that were used.</param>
internal readonly record struct PairEstimate(double? Bits, InformationEstimator Estimator, int Materials, int Samples);
