using MathNet.Numerics.Distributions;

namespace Tomography.Analysis;

/// <summary>Scores of a normal distribution as a prediction.</summary>
internal static class NormalError
{
    /// <summary>
    /// The continuous ranked probability score, in the unit of the value: 0 for certainty that is right, the absolute error for certainty
    /// that is wrong (Gneiting and Raftery, JASA 102, 359, 2007, eq. 21).
    /// </summary>
    /// <param name="error">The error, of either sign.</param>
    /// <param name="sigma">The standard deviation, at least 0.</param>
    public static double Crps(double error, double sigma)
    {
        if (sigma == 0) return Math.Abs(error);
        var z = error / sigma;
        return sigma * (z * (2 * Normal.CDF(0, 1, z) - 1) + 2 * Normal.PDF(0, 1, z) - 1 / Math.Sqrt(Math.PI));
    }

    /// <summary>How many standard deviations to either side hold a share of the values.</summary>
    /// <param name="level">From 0 to below 1.</param>
    public static double Reach(double level) => Normal.InvCDF(0, 1, (1 + level) / 2);
}
