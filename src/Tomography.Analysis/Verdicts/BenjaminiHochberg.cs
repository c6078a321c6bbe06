namespace Tomography.Analysis;

/// <summary>Corrects for the number of claims that are looked at (Benjamini and Hochberg, J. R. Stat. Soc. B 57, 289, 1995).</summary>
internal static class BenjaminiHochberg
{
    /// <summary>
    /// For each claim the share of false ones among all claims at least as clear as it, where chance alone makes
    /// <paramref name="pValues"/>: claims of at most 0.05 are false in one of twenty at most.
    /// </summary>
    /// <param name="pValues">From 0 to 1.</param>
    public static double[] Of(IReadOnlyList<double> pValues)
    {
        var order = Enumerable.Range(0, pValues.Count).OrderByDescending(i => pValues[i]).ToArray();
        var corrected = new double[pValues.Count];
        var least = 1.0;
        for (var k = 0; k < order.Length; k++)
        {
            least = Math.Min(least, pValues[order[k]] * pValues.Count / (order.Length - k));
            corrected[order[k]] = least;
        }

        return corrected;
    }
}
