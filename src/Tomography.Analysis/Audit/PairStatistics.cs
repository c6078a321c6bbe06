using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>Compares two columns of one quantity.</summary>
internal static class PairStatistics
{
    private const int FewestForCorrelation = 3;

    /// <summary>The comparison over the materials that have both.</summary>
    public static PairAudit Of(PropertyColumn one, PropertyColumn other)
    {
        var both = Enumerable.Range(0, one.Values.Length).Where(i => one.Has(i) && other.Has(i))
            .Select(i => (X: one.Values[i], Y: other.Values[i])).ToArray();
        var (name, otherName) = (one.Property.Name, other.Property.Name);
        if (both.Length == 0) return new(name, otherName, 0, null, null, null, null);
        double[] offsets = [.. both.Select(b => b.X - b.Y).Order()];
        return new(
            name, otherName, both.Length, offsets.Average(), PropertyStatistics.Median(offsets), offsets.Average(Math.Abs),
            Correlation(both));
    }

    private static double? Correlation((double X, double Y)[] both)
    {
        if (both.Length < FewestForCorrelation) return null;
        var (meanX, meanY) = (both.Average(b => b.X), both.Average(b => b.Y));
        double xx = 0, yy = 0, xy = 0;
        foreach (var (x, y) in both)
        {
            xx += (x - meanX) * (x - meanX);
            yy += (y - meanY) * (y - meanY);
            xy += (x - meanX) * (y - meanY);
        }

        return xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : null;
    }
}
