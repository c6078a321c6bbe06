using System.Collections.Immutable;

namespace Tomography.Datasets;

/// <summary>
/// Finds numbers that programs write where they have none: -999, 9999, 1e30 and their like, outside the range of all others.
/// </summary>
internal static class Sentinels
{
    private const double Huge = 1e20;

    private static readonly ImmutableArray<double> s_usual =
        [-1, -9, -99, -999, -9999, -99999, -999999, -888, -8888, 99, 999, 9999, 99999, 999999, 9999999, 99999999, 1e10, 1e15];

    /// <summary>Places in a sample whose values are such numbers.</summary>
    public static ImmutableArray<int> In(ValueSample sample)
    {
        // A number without values around it; beside it there must be others to tell.
        var found = new List<int>();
        foreach (var group in Enumerable.Range(0, sample.Count).GroupBy(i => sample.Values[i]))
        {
            var at = group.ToArray();
            if (at.Length < sample.Count && IsSentinel(sample, group.Key, at)) found.AddRange(at);
        }

        return [.. found];
    }

    private static bool IsSentinel(ValueSample sample, double value, int[] at)
    {
        var rest = sample.Values.RemoveRange(at[0], at.Length);
        if (Math.Abs(value) >= Huge) return Math.Abs(rest[0]) < Huge / 1e3 || Math.Abs(rest[^1]) < Huge / 1e3;
        if (!s_usual.Contains(value) || at.Length < 2) return false;
        // Outside most of the others by more than these span, whatever a few mistyped ones are; of -1, where no other is negative.
        var (low, high) = (rest[rest.Length / 20], rest[rest.Length - 1 - rest.Length / 20]);
        var reach = 2 * (high - low);
        return value < low - reach || value > high + reach
            || value == -1 && rest[0] >= 0 && rest[^1] > 0 && at.Length >= 3;
    }
}
