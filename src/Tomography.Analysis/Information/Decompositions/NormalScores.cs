using MathNet.Numerics.Distributions;

namespace Tomography.Analysis;

/// <summary>Numbers by their ranks as numbers of a normal distribution: what they tell stays, their units and tails go.</summary>
internal static class NormalScores
{
    /// <summary>
    /// The quantile of the normal distribution at (rank - 1/2) / N, ranks from 1. Equal values share their mean rank.
    /// </summary>
    /// <param name="values">Finite numbers.</param>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        Samples.CheckFinite(values, nameof(values));
        var ranks = MeanRanks.Of(values);
        return Array.ConvertAll(ranks, rank => Normal.InvCDF(0, 1, (rank + 0.5) / ranks.Length));
    }
}
