using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>
/// Finds values that a gap parts from all others: their distance from the median is more than <see cref="Gap"/> times that of the next
/// value towards it, and more than <see cref="Spreads"/> times the spread of the middle. Long tails, in which each value has a neighbour,
/// are none.
/// </summary>
internal static class Outliers
{
    /// <summary>How many times as far from the median as the next value.</summary>
    public const double Gap = 4;

    /// <summary>How many spreads from the median.</summary>
    public const double Spreads = 10;

    // More than a few per cent are no slips but a second kind of value.
    private const double LargestShare = 0.03;
    private const int FewestValues = 10;

    /// <summary>Places in a sample whose values are outliers, the farthest first.</summary>
    public static ImmutableArray<int> In(ValueSample sample)
    {
        if (sample.Count < FewestValues) return [];
        var median = sample.Median;
        var spread = Spread(sample);
        var above = Tail(sample, median, spread, fromTop: true);
        var below = Tail(sample, median, spread, fromTop: false);
        return [.. above.Concat(below).OrderByDescending(i => Math.Abs(sample.Values[i] - median))];
    }

    private static IEnumerable<int> Tail(ValueSample sample, double median, double spread, bool fromTop)
    {
        var most = Math.Max(1, (int)(LargestShare * sample.Count));
        var count = 0;
        for (var k = 1; k <= most; k++)
        {
            var (outer, inner) = (Distance(k - 1), Distance(k));
            // Where all others are equal, any other value would be infinitely farther.
            if (outer > Spreads * spread && outer > Gap * inner && inner > 0) count = k;
        }

        return Enumerable.Range(0, count).Select(At);

        int At(int k) => fromTop ? sample.Count - 1 - k : k;

        double Distance(int k) => fromTop ? sample.Values[At(k)] - median : median - sample.Values[At(k)];
    }

    // Half the width of the middle four fifths; where these are equal, the mean distance of the middle from the median.
    private static double Spread(ValueSample sample)
    {
        var (low, high) = (sample.Count / 10, sample.Count - 1 - sample.Count / 10);
        var half = (sample.Values[high] - sample.Values[low]) / 2;
        if (half > 0) return half;
        var cut = (int)(LargestShare * sample.Count);
        return sample.Values.Skip(cut).SkipLast(cut).Average(v => Math.Abs(v - sample.Median));
    }
}
