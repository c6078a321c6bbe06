namespace Tomography.Analysis;

/// <summary>Modularity of a partition of weighted nodes, and the search for the best one.</summary>
internal static class Partition
{
    /// <summary>Gains below this are rounding.</summary>
    internal const double Least = 1e-12;

    /// <summary>
    /// Newman's modularity (PRE 69, 026113, 2004; weights: PRE 70, 056131): sum over i, j of [A_ij - k_i k_j / 2m] / 2m for i, j of one
    /// community.
    /// </summary>
    /// <param name="weights">Symmetric weights A, at least 0.</param>
    /// <param name="community">The community of each node.</param>
    /// <returns>In -1/2..1; 0 without weights.</returns>
    public static double Modularity(double[,] weights, ReadOnlySpan<int> community)
    {
        var strengths = Strengths(weights, out var total);
        if (total == 0) return 0;
        var sum = 0.0;
        for (var a = 0; a < strengths.Length; a++)
            for (var b = 0; b < strengths.Length; b++)
                if (community[a] == community[b])
                    sum += weights[a, b] - strengths[a] * strengths[b] / total;
        return sum / total;
    }

    /// <summary>
    /// The best of three Louvain searches (Blondel et al., J. Stat. Mech. P10008, 2008), which visit the nodes in the given order,
    /// backwards and by strength; each is refined by exchange moves (Kernighan and Lin, Bell Syst. Tech. J. 49, 291, 1970). The same
    /// weights give the same partition, never one below 0. Communities are numbered by their first node; nodes without weight stay
    /// alone.</summary>
    /// <param name="weights">Symmetric weights, at least 0.</param>
    /// <returns>The community of each node, from 0.</returns>
    public static int[] Best(double[,] weights)
    {
        var strengths = Strengths(weights, out _);
        var nodes = Enumerable.Range(0, strengths.Length).ToArray();
        int[][] orders = [nodes, [.. nodes.Reverse()], [.. nodes.OrderByDescending(node => strengths[node])]];
        var best = nodes;
        // One community of all nodes that have a weight is always possible, and has modularity 0.
        var highest = 0.0;
        if (strengths.Any(strength => strength > 0))
        {
            var first = Array.FindIndex(strengths, strength => strength > 0);
            best = [.. nodes.Select(node => strengths[node] > 0 ? first : node)];
        }

        foreach (var order in orders)
        {
            var found = LouvainSearch.From(weights, order);
            var modularity = Modularity(weights, found);
            if (modularity > highest + Least) (best, highest) = (found, modularity);
        }

        return Renumbered(best);
    }

    /// <summary>The sum of weights of each node, and of all.</summary>
    internal static double[] Strengths(double[,] weights, out double total)
    {
        var strengths = new double[weights.GetLength(0)];
        total = 0;
        for (var a = 0; a < strengths.Length; a++)
        {
            for (var b = 0; b < strengths.Length; b++) strengths[a] += weights[a, b];
            total += strengths[a];
        }

        return strengths;
    }

    /// <summary>The same communities, numbered from 0 by their first node.</summary>
    internal static int[] Renumbered(int[] community)
    {
        var numbers = new Dictionary<int, int>();
        return [.. community.Select(old => numbers.TryGetValue(old, out var known) ? known : numbers[old] = numbers.Count)];
    }
}
