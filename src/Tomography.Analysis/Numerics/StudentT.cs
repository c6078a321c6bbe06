namespace Tomography.Analysis;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    // 97.5 % quantiles for 1 to 10 degrees of freedom.
    private static readonly double[] Quantiles = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281];

    /// <summary>
    /// The 97.5 % quantile, so that plus and minus it hold 95 %. From a table up to 10 degrees of freedom, from there by Cornish and
    /// Fisher's expansion, to 1e-3.
    /// </summary>
    /// <param name="degreesOfFreedom">At least 1.</param>
    public static double Quantile975(int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (degreesOfFreedom <= Quantiles.Length) return Quantiles[degreesOfFreedom - 1];
        const double z = 1.959964;
        double n = degreesOfFreedom;
        return z
            + (Math.Pow(z, 3) + z) / (4 * n)
            + (5 * Math.Pow(z, 5) + 16 * Math.Pow(z, 3) + 3 * z) / (96 * n * n)
            + (3 * Math.Pow(z, 7) + 19 * Math.Pow(z, 5) + 17 * Math.Pow(z, 3) - 15 * z) / (384 * n * n * n);
    }
}
