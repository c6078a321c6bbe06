using Tomography.Crystals;

namespace Tomography.Analysis;

/// <summary>What a feature and a target tell about each other.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Target">The target.</param>
/// <param name="Bits">Mutual information, bits, at least 0.</param>
/// <param name="Estimator">How it was estimated.</param>
/// <param name="Samples">Materials it was estimated from.</param>
/// <param name="Second">The decomposition with a second source; null where there is no other feature.</param>
public sealed record InformationCell(PropertyName Feature, PropertyName Target, double Bits, InformationEstimator Estimator, int Samples, SecondSource? Second);
