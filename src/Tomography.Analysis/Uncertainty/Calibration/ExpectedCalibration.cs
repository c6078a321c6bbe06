namespace Tomography.Analysis;

/// <summary>
/// The expected normalised calibration error (Levi et al., Sensors 22, 5540, 2022): crystals are put into bins by the standard deviation
/// that is expected of them; the mean over the bins of how far the root mean square error is from the expected one, as a share of it.
/// </summary>
internal static class ExpectedCalibration
{
    private const int MostBins = 10, FewestInBin = 10;

    /// <summary>The error, at least 0; null for too few crystals for two bins, or where all are expected to err alike.</summary>
    /// <param name="pairs">Per crystal the standard deviation that is expected of its error, and the error.</param>
    public static double? Of(IReadOnlyCollection<(double Sigma, double Error)> pairs)
    {
        var bins = Math.Min(MostBins, pairs.Count / FewestInBin);
        var sorted = pairs.OrderBy(p => p.Sigma).ToArray();
        if (bins < 2 || sorted[0].Sigma == sorted[^1].Sigma) return null;
        var sum = 0.0;
        for (var bin = 0; bin < bins; bin++)
        {
            var part = sorted[(bin * sorted.Length / bins)..((bin + 1) * sorted.Length / bins)];
            var expected = Math.Sqrt(part.Sum(p => p.Sigma * p.Sigma) / part.Length);
            if (expected == 0) return null;
            sum += Math.Abs(expected - Math.Sqrt(part.Sum(p => p.Error * p.Error) / part.Length)) / expected;
        }

        return sum / bins;
    }
}
