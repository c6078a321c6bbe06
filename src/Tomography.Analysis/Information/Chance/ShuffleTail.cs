using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Tomography.Analysis;

/// <summary>The upper tail of estimates from shuffled values, from a few of them.</summary>
/// <remarks>
/// Estimates are means over many materials, so that shuffles scatter nearly normally: their mean and deviation tell more than their ranks
/// would. That one more normal number lies so far out is told by Student's t, exactly for any number of shuffles. What is left is a skew,
/// 0.1 to 0.27 in simulations with 60 to 450 materials (numbers, numbers that are often 0, long tails, classes): taken as 0.3, by a gamma
/// distribution.
/// </remarks>
internal static class ShuffleTail
{
    private const double Skew = 0.3;

    // Of the gamma distribution with that skew.
    private const double Shape = 4 / (Skew * Skew);

    /// <summary>The chance that one more shuffle lies so far above their mean.</summary>
    /// <param name="deviations">How far, in deviations of the shuffles from their mean, the number of shuffles allowed for.</param>
    /// <param name="shuffles">How many shuffles there were; at least 2.</param>
    public static double Chance(double deviations, int shuffles)
    {
        // The chance of a normal number that far, as a distance, as a chance of the skew distribution.
        var normal = -Normal.InvCDF(0, 1, MathNet.Numerics.Distributions.StudentT.CDF(0, 1, shuffles - 1, -deviations));
        if (double.IsPositiveInfinity(normal)) return 0;
        var place = Shape + normal * Math.Sqrt(Shape);
        return place <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(Shape, place);
    }

    /// <summary>How far above the mean 5 % of further shuffles lie; in deviations, the number of shuffles allowed for.</summary>
    /// <param name="shuffles">How many shuffles there were; at least 2.</param>
    public static double High(int shuffles)
    {
        var normal = (Gamma.InvCDF(Shape, 1, 0.95) - Shape) / Math.Sqrt(Shape);
        return MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, shuffles - 1, Normal.CDF(0, 1, normal));
    }
}
