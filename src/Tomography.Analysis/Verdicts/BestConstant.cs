namespace Tomography.Analysis;

/// <summary>Whether models learn anything: their errors against those of the constant that errs least.</summary>
internal static class BestConstant
{
    /// <summary>
    /// Whether models beat the constant by more than chance: the mean over the seeds and its 95 % interval, as overlapping parts have it
    /// (Nadeau and Bengio 2003), lie below 1.
    /// </summary>
    /// <param name="ratios">Per seed the test error of the model / that of the constant; at least two.</param>
    /// <param name="testToTrain">Test materials / training materials of a seed.</param>
    public static bool IsBeaten(IReadOnlyCollection<double> ratios, double testToTrain)
    {
        var (mean, count) = (ratios.Average(), ratios.Count);
        var variance = ratios.Sum(r => (r - mean) * (r - mean)) / (count - 1);
        return mean + StudentT.Quantile975(count - 1) * Math.Sqrt(variance * (1.0 / count + testToTrain)) < 1;
    }
}
