using System.Collections.Immutable;

namespace Tomography.Phantom;

/// <summary>
/// The least mean absolute error with which a number can be predicted from what is known of it: leave-one-out medians among those of which
/// the same is known, and of these the nearest by a feature.
/// </summary>
internal static class LeastError
{
    private const int FewestNeighbours = 5, MostNeighbours = 31;

    /// <summary>The error where only the group is known.</summary>
    /// <param name="values">The numbers to predict.</param>
    /// <param name="groups">What is known of each: equal numbers for the same.</param>
    public static double Of(ImmutableArray<double> values, ImmutableArray<int> groups)
    {
        double sum = 0;
        foreach (var members in Members(groups))
        {
            int[] order = [.. members.OrderBy(i => values[i])];
            for (var place = 0; place < order.Length; place++) sum += Math.Abs(values[order[place]] - MedianWithout(order, place, values));
        }

        return sum / values.Length;
    }

    /// <summary>The error where a number is known, too.</summary>
    /// <param name="values">The numbers to predict.</param>
    /// <param name="groups">What is known of each: equal numbers for the same.</param>
    /// <param name="feature">What is known besides; equal numbers of neighbours stand for a local median.</param>
    public static double Of(ImmutableArray<double> values, ImmutableArray<int> groups, ImmutableArray<double> feature)
    {
        double sum = 0;
        var near = new double[MostNeighbours];
        foreach (var members in Members(groups))
        {
            int[] order = [.. members.OrderBy(i => feature[i]).ThenBy(i => i)];
            var count = Math.Min(order.Length - 1, Math.Clamp((int)Math.Sqrt(order.Length), FewestNeighbours, MostNeighbours));
            for (var place = 0; place < order.Length; place++)
            {
                var (below, above) = (place - 1, place + 1);
                for (var k = 0; k < count; k++)
                {
                    var isBelow = above == order.Length || below >= 0 && Away(below) <= Away(above);
                    near[k] = values[order[isBelow ? below-- : above++]];
                }

                sum += count == 0 ? Math.Abs(values[order[place]]) : Math.Abs(values[order[place]] - Median(near.AsSpan(0, count)));

                double Away(int other) => Math.Abs(feature[order[other]] - feature[order[place]]);
            }
        }

        return sum / values.Length;
    }

    private static IEnumerable<int[]> Members(ImmutableArray<int> groups) =>
        Enumerable.Range(0, groups.Length).GroupBy(i => groups[i], (_, members) => members.ToArray());

    private static double MedianWithout(int[] order, int place, ImmutableArray<double> values)
    {
        var rest = order.Length - 1;
        if (rest == 0) return 0;
        return (At((rest - 1) / 2) + At(rest / 2)) / 2;

        double At(int k) => values[order[k < place ? k : k + 1]];
    }

    private static double Median(Span<double> numbers)
    {
        numbers.Sort();
        return (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }
}
