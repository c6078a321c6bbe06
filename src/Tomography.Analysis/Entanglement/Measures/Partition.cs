namespace Tomography.Analysis;

/// <summary>Modularity of a partition of weighted nodes, and the search for the best one.</summary>
public static class Partition
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

    /// <summary>The best of three Louvain searches (Blondel et al., J. Stat. Mech. P10008, 2008), which visit the nodes in the given order, backwards and by strength;
    /// each is refined by exchange moves (Kernighan and Lin, Bell Syst. Tech. J. 49, 291, 1970). The same weights give the same partition, never one below 0.
    /// Communities are numbered by their first node; nodes without weight stay alone.</summary>
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

        bool better;
        do better = Exchange(weights, community);
        while (better);
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

    // Moves every node once, always the one with the largest gain even where it loses, and keeps the moves up to the best point; whether that is better than before.
    private static bool Exchange(double[,] weights, int[] community)
    {
        var strengths = Strengths(weights, out var total);
        var size = strengths.Length;
        if (total == 0) return false;
        var sums = new double[size];
        var links = new double[size, size];
        for (var node = 0; node < size; node++)
        {
            sums[community[node]] += strengths[node];
            for (var other = 0; other < size; other++)
                if (other != node)
                    links[node, community[other]] += weights[node, other];
        }

        var best = community.ToArray();
        var open = Enumerable.Range(0, size).Where(node => strengths[node] > 0).ToList();
        var (gained, highest) = (0.0, Least * total);
        while (open.Count > 0)
        {
            var (moved, target, largest) = (-1, -1, double.NegativeInfinity);
            foreach (var node in open)
            {
                var home = community[node];
                var stay = links[node, home] - strengths[node] * (sums[home] - strengths[node]) / total;
                for (var other = 0; other < size; other++)
                {
                    var gain = other == home ? double.NegativeInfinity : links[node, other] - strengths[node] * sums[other] / total - stay;
                    if (gain > largest) (moved, target, largest) = (node, other, gain);
                }
            }

            if (moved < 0) break;
            open.Remove(moved);
            for (var node = 0; node < size; node++)
            {
                if (node == moved) continue;
                links[node, community[moved]] -= weights[node, moved];
                links[node, target] += weights[node, moved];
            }

            sums[community[moved]] -= strengths[moved];
            sums[target] += strengths[moved];
            community[moved] = target;
            gained += largest;
            if (gained > highest) (best, highest) = ([.. community], gained);
        }

        best.CopyTo(community, 0);
        return highest > Least * total;
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
