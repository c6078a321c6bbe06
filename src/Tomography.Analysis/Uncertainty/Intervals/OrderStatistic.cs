using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Order statistics of sums that need not be written out: a mean per group of models, plus each error of the group.</summary>
internal static class OrderStatistic
{
    /// <summary>The n-th smallest of all sums.</summary>
    /// <param name="tested">The groups, with their errors from the smallest up.</param>
    /// <param name="means">The mean of each group.</param>
    /// <param name="place">n, from 1 to the number of errors.</param>
    public static double Of(ImmutableArray<TestedTogether> tested, double[] means, int place)
    {
        // Halves the interval that holds it until no number is left between the ends: the upper one is it.
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var group = 0; group < means.Length; group++)
        {
            low = Math.Min(low, means[group] + tested[group].Errors[0]);
            high = Math.Max(high, means[group] + tested[group].Errors[^1]);
        }

        if (CountUpTo(low) >= place) return low;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) return high;
            if (CountUpTo(middle) >= place) high = middle;
            else low = middle;
        }

        int CountUpTo(double bound)
        {
            var count = 0;
            for (var group = 0; group < means.Length; group++)
            {
                var (errors, from, to) = (tested[group].Errors, 0, tested[group].Errors.Length);
                while (from < to)
                {
                    var half = (from + to) / 2;
                    if (means[group] + errors[half] <= bound) from = half + 1;
                    else to = half;
                }

                count += from;
            }

            return count;
        }
    }
}
