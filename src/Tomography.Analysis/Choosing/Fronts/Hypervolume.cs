namespace Tomography.Analysis;

/// <summary>
/// The volume that choices dominate within a reference point, exact: a sweep for two costs, WFG beyond (While, Bradstreet and Barone, IEEE
/// Transactions on Evolutionary Computation 16, 86, 2012). Costs: the smaller the better.
/// </summary>
public static class Hypervolume
{
    /// <summary>The volume of all points that some choice is nowhere worse than and that are nowhere worse than the reference.</summary>
    /// <param name="costs">The costs of each choice; those that are somewhere no better than the reference add nothing.</param>
    /// <param name="reference">The reference point: as many costs.</param>
    public static double Of(IEnumerable<double[]> costs, double[] reference)
    {
        double[][] inside = [.. costs.Where(c => IsInside(c, reference))];
        return inside.Length == 0 ? 0 : Volume(inside, reference, reference.Length);
    }

    /// <summary>Whether a choice is everywhere better than the reference.</summary>
    internal static bool IsInside(ReadOnlySpan<double> costs, ReadOnlySpan<double> reference)
    {
        for (var d = 0; d < reference.Length; d++)
            if (!(costs[d] < reference[d]))
                return false;
        return true;
    }

    /// <summary>The volume of the box between a choice and the reference.</summary>
    internal static double Box(ReadOnlySpan<double> costs, ReadOnlySpan<double> reference, int dimensions)
    {
        var volume = 1.0;
        for (var d = 0; d < dimensions; d++) volume *= reference[d] - costs[d];
        return volume;
    }

    /// <summary>The volume by the first costs of choices that are inside the reference. Sorts the array.</summary>
    internal static double Volume(double[][] inside, double[] reference, int dimensions)
    {
        if (inside.Length == 1) return Box(inside[0], reference, dimensions);
        if (dimensions == 1) return reference[0] - inside.Min(c => c[0]);
        if (dimensions == 2) return Sweep(inside, reference);

        // From the worst by the last cost: those after it, cut to what it dominates, all have its last cost, which can be left out.
        var last = dimensions - 1;
        Array.Sort(inside, (one, other) => other[last].CompareTo(one[last]));
        var volume = 0.0;
        for (var i = 0; i < inside.Length; i++)
            volume += (reference[last] - inside[i][last]) * Exclusive(inside[i], inside.AsSpan(i + 1), reference, last);
        return volume;
    }

    /// <summary>The volume that a choice adds to others, by its first costs.</summary>
    internal static double Exclusive(ReadOnlySpan<double> choice, ReadOnlySpan<double[]> others, double[] reference, int dimensions)
    {
        var box = Box(choice, reference, dimensions);
        if (others.Length == 0) return box;
        var limited = Limited(choice, others, dimensions);
        return limited.Length == 0 ? box : Math.Max(0, box - Volume(limited, reference, dimensions));
    }

    /// <summary>The others cut to what a choice dominates, without those that others of them dominate.</summary>
    private static double[][] Limited(ReadOnlySpan<double> choice, ReadOnlySpan<double[]> others, int dimensions)
    {
        var kept = new List<double[]>(others.Length);
        foreach (var other in others)
        {
            var cut = new double[dimensions];
            for (var d = 0; d < dimensions; d++) cut[d] = Math.Max(other[d], choice[d]);
            var isNeeded = true;
            for (var i = kept.Count - 1; i >= 0 && isNeeded; i--)
            {
                if (Dominance.IsNowhereWorse(kept[i], cut)) isNeeded = false;
                else if (Dominance.IsNowhereWorse(cut, kept[i]))
                {
                    kept[i] = kept[^1];
                    kept.RemoveAt(kept.Count - 1);
                }
            }

            if (isNeeded) kept.Add(cut);
        }

        return [.. kept];
    }

    private static double Sweep(double[][] inside, double[] reference)
    {
        Array.Sort(inside, (one, other) => one[0].CompareTo(other[0]));
        var (volume, best) = (0.0, reference[1]);
        foreach (var choice in inside)
        {
            if (!(choice[1] < best)) continue;
            volume += (reference[0] - choice[0]) * (best - choice[1]);
            best = choice[1];
        }

        return volume;
    }
}
