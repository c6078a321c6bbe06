using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>Which of several choices are worse than another in every respect (Pareto). Costs: the smaller the better.</summary>
public static class Dominance
{
    /// <summary>Whether a choice is nowhere worse than another, and somewhere better.</summary>
    /// <param name="one">The costs of one.</param>
    /// <param name="other">The costs of the other, as many.</param>
    public static bool Dominates(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var isBetter = false;
        for (var d = 0; d < one.Length; d++)
        {
            if (one[d] > other[d]) return false;
            isBetter |= one[d] < other[d];
        }

        return isBetter;
    }

    /// <summary>Whether a choice is nowhere worse than another.</summary>
    /// <param name="one">The costs of one.</param>
    /// <param name="other">The costs of the other, as many.</param>
    public static bool IsNowhereWorse(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        for (var d = 0; d < one.Length; d++)
            if (one[d] > other[d])
                return false;
        return true;
    }

    /// <summary>
    /// The layer of each choice: 0 for those that no other dominates (the front), 1 for those that only choices of the front dominate, and
    /// so on. Sorted by costs, so that none is dominated by a later one; the layer is found by bisection (ENS-BS, Zhang et al. 2015).
    /// </summary>
    /// <param name="costs">The costs of each choice, as many for each.</param>
    public static ImmutableArray<int> Layers(IReadOnlyList<double[]> costs)
    {
        var order = Enumerable.Range(0, costs.Count).ToArray();
        Array.Sort(order, (i, j) => Compare(costs[i], costs[j]) is var c && c != 0 ? c : i.CompareTo(j));
        var layers = new List<List<int>>();
        var found = new int[costs.Count];
        foreach (var choice in order)
        {
            var (low, high) = (0, layers.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (IsDominated(costs, layers[middle], choice)) low = middle + 1;
                else high = middle;
            }

            if (low == layers.Count) layers.Add([]);
            layers[low].Add(choice);
            found[choice] = low;
        }

        return [.. found];
    }

    /// <summary>The choices that no other dominates, ascending. Of equal ones all are there.</summary>
    /// <param name="costs">The costs of each choice, as many for each.</param>
    public static ImmutableArray<int> Front(IReadOnlyList<double[]> costs)
    {
        var order = Enumerable.Range(0, costs.Count).ToArray();
        Array.Sort(order, (i, j) => Compare(costs[i], costs[j]) is var c && c != 0 ? c : i.CompareTo(j));
        var front = new List<int>();
        foreach (var choice in order)
            if (!IsDominated(costs, front, choice))
                front.Add(choice);
        front.Sort();
        return [.. front];
    }

    // From the last one: it is the nearest in the order, and most likely to dominate.
    private static bool IsDominated(IReadOnlyList<double[]> costs, List<int> layer, int choice)
    {
        for (var i = layer.Count - 1; i >= 0; i--)
            if (Dominates(costs[layer[i]], costs[choice]))
                return true;
        return false;
    }

    private static int Compare(double[] one, double[] other)
    {
        for (var d = 0; d < one.Length; d++)
            if (one[d].CompareTo(other[d]) is var c && c != 0)
                return c;
        return 0;
    }
}
