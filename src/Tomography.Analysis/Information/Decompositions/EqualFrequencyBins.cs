namespace Tomography.Analysis;

/// <summary>Numbers as bins with about equally many samples each.</summary>
internal static class EqualFrequencyBins
{
    /// <summary>
    /// The bin of each value: floor(bins r / N), with r the number of smaller values. Equal values share a bin, so there can be fewer bins
    /// than asked for.
    /// </summary>
    /// <param name="values">Finite numbers.</param>
    /// <param name="bins">How many bins at most; at least 1.</param>
    /// <returns>Numbers of bins from 0; gaps are possible.</returns>
    public static int[] Of(ReadOnlySpan<double> values, int bins)
    {
        if (bins < 1) throw new ArgumentException($"The number of bins is {bins}; expected at least 1.", nameof(bins));
        Samples.CheckFinite(values, nameof(values));
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var smaller = new Dictionary<double, int>();
        for (var place = 0; place < sorted.Length; place++) smaller.TryAdd(sorted[place], place);
        var found = new int[values.Length];
        for (var place = 0; place < found.Length; place++) found[place] = (int)((long)bins * smaller[values[place]] / values.Length);
        return found;
    }
}
