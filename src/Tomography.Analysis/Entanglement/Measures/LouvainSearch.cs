namespace Tomography.Analysis;

/// <summary>The search of Blondel et al. (J. Stat. Mech. P10008, 2008) for communities, refined by exchange moves.</summary>
internal static class LouvainSearch
{
    /// <summary>The partition that the search finds when it visits the nodes in an order.</summary>
    public static int[] From(double[,] weights, int[] order)
    {
        var community = Enumerable.Range(0, order.Length).ToArray();
        var (merged, visit) = (weights, order);
        while (true)
        {
            var level = Enumerable.Range(0, merged.GetLength(0)).ToArray();
            if (!MoveNodes(merged, level, visit)) break;
            level = Partition.Renumbered(level);
            for (var node = 0; node < community.Length; node++) community[node] = level[community[node]];
            merged = Merged(merged, level);
            visit = [.. Enumerable.Range(0, merged.GetLength(0))];
        }

        bool better;
        do better = ExchangeMoves.Improve(weights, community);
        while (better);
        return community;
    }

    // Moves single nodes to the community with the largest gain until none gains; whether any moved.
    private static bool MoveNodes(double[,] weights, int[] community, int[] order)
    {
        var strengths = Partition.Strengths(weights, out var total);
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
                    if (joined > gain + Partition.Least * total) (target, gain) = (other, joined);
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
}
