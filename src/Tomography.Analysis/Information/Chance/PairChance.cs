using MathNet.Numerics.Statistics;

namespace Tomography.Analysis;

/// <summary>How the mutual information of two properties compares with what chance gives.</summary>
/// <param name="Level">What shuffled values give, bits.</param>
/// <param name="LessChance">
/// The estimate less the mean of the shuffles where that is above 0, bits, at least 0: without the part that chance alone gives.
/// </param>
/// <param name="PValue">The chance of an estimate as large where the two share nothing, 0 to 1.</param>
/// <param name="Q">
/// Corrected for the number of pairs (Benjamini and Hochberg): the share of unrelated pairs to expect among those at least as clear.
/// </param>
public sealed record PairChance(ChanceLevel Level, double LessChance, double PValue, double Q)
{
    /// <summary>The largest <see cref="Q"/> at which a pair is said to share more than chance gives: one in twenty may be wrong.</summary>
    public const double FalseClaims = 0.05;

    /// <summary>Compares an estimate with those from shuffled values; not yet corrected (<see cref="ShuffleTail"/>).</summary>
    /// <param name="bits">The estimate; may be negative.</param>
    /// <param name="shuffled">Estimates from shuffled values; at least 2.</param>
    internal static PairChance Of(double bits, IReadOnlyCollection<double> shuffled)
    {
        var (mean, deviation) = shuffled.MeanStandardDeviation();
        // The mean is not known exactly either.
        var reach = deviation * Math.Sqrt(1 + 1.0 / shuffled.Count);
        // Values that are all alike give the same in any order.
        var p = reach > 0 ? ShuffleTail.Chance((bits - mean) / reach, shuffled.Count) : bits > mean ? 0 : 1;
        return new(new(mean, mean + reach * ShuffleTail.High(shuffled.Count)), Math.Max(0, bits - Math.Max(0, mean)), p, p);
    }
}
