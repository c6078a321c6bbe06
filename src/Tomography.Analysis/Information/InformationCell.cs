using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>What a feature and a target tell about each other.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Target">The target.</param>
/// <param name="Bits">
/// Mutual information, bits, at least 0; null where no more materials have both than the estimate needs neighbours.
/// </param>
/// <param name="Chance">How the estimate compares with what chance gives; null where there is none.</param>
/// <param name="Estimator">How it was estimated.</param>
/// <param name="Materials">Materials that have both.</param>
/// <param name="Samples">
/// Materials it was estimated from: those that have both, or a fixed random choice where they are more than
/// <see cref="InformationSettings.MostSamples"/>.
/// </param>
/// <param name="Second">
/// The decomposition with a second source; null where there is no other feature with an estimate.
/// </param>
public sealed record InformationCell(
    PropertyName Feature,
    PropertyName Target,
    double? Bits,
    PairChance? Chance,
    InformationEstimator Estimator,
    int Materials,
    int Samples,
    SecondSource? Second)
{
    /// <summary>How the two compare with chance; null where there is no estimate.</summary>
    public ChanceReading? Reading => Chance switch
    {
        null => null,
        _ when Bits <= Chance.Level.High => ChanceReading.NoMoreThanChance,
        _ => Chance.Q <= PairChance.FalseClaims ? ChanceReading.MoreThanChance : ChanceReading.Unclear,
    };
}
