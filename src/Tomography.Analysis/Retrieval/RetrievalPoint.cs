using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How far so many measured properties single out the unknown material.</summary>
/// <param name="Count">How many are measured.</param>
/// <param name="Property">The one measured last.</param>
/// <param name="Bits">
/// What is known of which candidate it is, mean over crystals and seeds: 0 by chance, the logarithm of the number of candidates where it is
/// certain, below 0 where a wrong one is held for certain.
/// </param>
/// <param name="Reach">Half of the 95 % interval of the bits over seeds; null with fewer than two.</param>
/// <param name="MedianRank">Median place of the true crystal among the candidates, the first is 1.</param>
/// <param name="First">Share of crystals that come out first.</param>
/// <param name="Tenth">Share of crystals that come out in the first tenth of the candidates.</param>
public sealed record RetrievalPoint(
    int Count, PropertyName Property, double Bits, double? Reach, double MedianRank, double First, double Tenth);
