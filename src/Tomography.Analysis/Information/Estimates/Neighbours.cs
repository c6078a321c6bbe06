namespace Tomography.Analysis;

/// <summary>Nearest neighbours on sorted values.</summary>
internal static class Neighbours
{
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
        var (from, to) = (First(sorted, value, distance), Beyond(sorted, value, distance));
        // At distance 0, where even the noise left points equal, nothing is nearer.
        return Math.Max(0, to - from - 1);
    }

    // The first place less than the distance below the value; the length where none.
    private static int First(double[] sorted, double value, double distance)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (value - sorted[middle] < distance) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    // The first place at the distance above the value, or further; the length where none.
    private static int Beyond(double[] sorted, double value, double distance)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] - value >= distance) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
