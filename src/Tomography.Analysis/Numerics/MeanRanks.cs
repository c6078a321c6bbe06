namespace Tomography.Analysis;

/// <summary>Ranks of numbers.</summary>
internal static class MeanRanks
{
    /// <summary>The rank of each value from 0, the smallest; equal values share their mean rank.</summary>
    /// <param name="values">Numbers.</param>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var places = Samples.Unchanged(sorted.Length);
        Array.Sort(sorted, places);
        var ranks = new double[sorted.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var end = first + 1;
            while (end < sorted.Length && sorted[end] == sorted[first]) end++;
            for (var place = first; place < end; place++) ranks[places[place]] = (first + end - 1) / 2.0;
            first = end;
        }

        return ranks;
    }
}
