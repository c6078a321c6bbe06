namespace Tomography.Analysis;

/// <summary>Percentiles of samples.</summary>
internal static class Percentile
{
    /// <summary>The value below which a share of sorted values lies, linear between two of them.</summary>
    /// <param name="sorted">The values from the smallest up, at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double Of(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
