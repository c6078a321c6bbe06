namespace Tomography.Analysis;

/// <summary>Modularity of a partition, and the search for the best one.</summary>
internal static class Partition
{
    private const double Least = 1e-12;

    /// <summary>Newman's modularity (PRE 69, 026113, 2004; weights: PRE 70, 056131): sum over i, j of [A_ij - k_i k_j / 2m] / 2m for i, j of one community.</summary>
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

    /// <summary>The best of four Louvain searches (Blondel et al., J. Stat. Mech. P10008, 2008), each refined node by node; they visit the nodes in the given order,
    /// backwards, and by strength up and down. The same weights give the same partition. Communities are numbered by their first node; nodes without weight stay alone.</summary>
    public static int[] Best(double[,] weights)
    {
        var strengths = Strengths(weights, out _);
        var nodes = Enumerable.Range(0, strengths.Length).ToArray();
        int[][] orders = [nodes, [.. nodes.Reverse()], [.. nodes.OrderBy(node => strengths[node])], [.. nodes.OrderByDescending(node => strengths[node])]];
        var best = nodes;
        var highest = Modularity(weights, best);
        foreach (var order in orders)
        {
            var found = Louvain(weights, order);
            var modularity = Modularity(weights, found);
            if (modularity > highest + Least) (best, highest) = (found, modularity);
        }

        return Renumbered(best);
    }

    private static int[] Louvain(double[,] weights, int[] order)
    {
        var community = Enumerable.Range(0, order.Length).ToArray();
        var (merged, visit) = (weights, order);
        while (true)
        {
            var level = Enumerable.Range(0, merged.GetLength(0)).ToArray();
            if (!MoveNodes(merged, level, visit)) break;
            level = Renumbered(level);
            for (var node = 0; node < community.Length; node++) community[node] = level[community[node]];
            merged = Merged(merged, level);
            visit = [.. Enumerable.Range(0, merged.GetLength(0))];
        }

        MoveNodes(weights, community, order);
        return community;
    }

    // Moves single nodes to the community with the largest gain until none gains; whether any moved.
    private static bool MoveNodes(double[,] weights, int[] community, int[] order)
    {
        var strengths = Strengths(weights, out var total);
        if (total == 0) return false;
        var size = strengths.Length;
        var sums = new double[size];
        for (var node = 0; node < size; node++) sums[community[node]] += strengths[node];
        var links = new double[size];
        var (moved, again) = (false, true);
        while (again)
        {
            again = false;
            foreach (var node in order)
            {
                Array.Clear(links);
                for (var other = 0; other < size; other++)
                    if (other != node)
                        links[community[other]] += weights[node, other];
                var home = community[node];
                sums[home] -= strengths[node];
                // The gain of joining c is 2 [links_c - k sum_c / 2m] / 2m; staying is the measure to beat, so that ties move nothing.
                var (target, gain) = (home, links[home] - strengths[node] * sums[home] / total);
                for (var other = 0; other < size; other++)
                {
                    var joined = links[other] - strengths[node] * sums[other] / total;
                    if (joined > gain + Least * total) (target, gain) = (other, joined);
                }

                sums[target] += strengths[node];
                community[node] = target;
                if (target != home) moved = again = true;
            }
        }

        return moved;
    }

    private static double[,] Merged(double[,] weights, int[] community)
    {
        var merged = new double[community.Max() + 1, community.Max() + 1];
        for (var a = 0; a < community.Length; a++)
            for (var b = 0; b < community.Length; b++)
                merged[community[a], community[b]] += weights[a, b];
        return merged;
    }

    private static double[] Strengths(double[,] weights, out double total)
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

    private static int[] Renumbered(int[] community)
    {
        var numbers = new Dictionary<int, int>();
        return [.. community.Select(old => numbers.TryGetValue(old, out var known) ? known : numbers[old] = numbers.Count)];
    }
}
