namespace Tomography.Analysis;

/// <summary>Nearest neighbours on sorted values.</summary>
internal static class Neighbours
{
    /// <summary>
    /// Distance, in the maximum norm, of a point to its k-th nearest other point, k the length of <paramref name="nearest"/>.
    /// </summary>
    /// <param name="xs">Sorted.</param>
    /// <param name="ys">In the order of <paramref name="xs"/>.</param>
    /// <param name="point">Which point.</param>
    /// <param name="nearest">Room for k distances.</param>
    public static double KthDistance(double[] xs, double[] ys, int point, double[] nearest)
    {
        Array.Fill(nearest, double.PositiveInfinity);
        var (left, right) = (point - 1, point + 1);
        while (true)
        {
            var toLeft = left >= 0 ? xs[point] - xs[left] : double.PositiveInfinity;
            var toRight = right < xs.Length ? xs[right] - xs[point] : double.PositiveInfinity;
            // No point further out in x can be nearer than the k-th found.
            if (Math.Min(toLeft, toRight) >= nearest[^1]) return nearest[^1];
            var other = toLeft <= toRight ? left-- : right++;
            var distance = Math.Max(Math.Min(toLeft, toRight), Math.Abs(ys[other] - ys[point]));
            if (distance >= nearest[^1]) continue;
            var place = nearest.Length - 1;
            for (; place > 0 && nearest[place - 1] > distance; place--) nearest[place] = nearest[place - 1];
            nearest[place] = distance;
        }
    }

    /// <summary>Distance of a point to its k-th nearest other one on a line.</summary>
    public static double KthDistance(double[] sorted, int point, int k)
    {
        var (left, right) = (point - 1, point + 1);
        var distance = 0.0;
        for (var found = 0; found < k; found++)
        {
            var toLeft = left >= 0 ? sorted[point] - sorted[left] : double.PositiveInfinity;
            var toRight = right < sorted.Length ? sorted[right] - sorted[point] : double.PositiveInfinity;
            distance = Math.Min(toLeft, toRight);
            if (toLeft <= toRight) left--;
            else right++;
        }

        return distance;
    }

    /// <summary>How many other points of a line are strictly nearer to one of them than a distance.</summary>
    public static int Nearer(double[] sorted, double value, double distance)
    {
        // Distances are taken as differences from the point, exactly as the search took them, so that the k-th neighbour itself is never
        // counted.
        var from = First(sorted, other => value - other < distance);
        var to = First(sorted, other => other - value >= distance);
        // At distance 0, where even the noise left points equal, nothing is nearer.
        return Math.Max(0, to - from - 1);
    }

    // The first place at which a condition holds that holds from some place on; the length where none.
    private static int First(double[] sorted, Func<double, bool> holds)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(sorted[middle])) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
