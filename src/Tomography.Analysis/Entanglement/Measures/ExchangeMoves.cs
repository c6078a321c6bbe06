namespace Tomography.Analysis;

/// <summary>
/// Refines a partition by exchange moves (Kernighan and Lin, Bell Syst. Tech. J. 49, 291, 1970), which also find what single moves that
/// gain cannot.
/// </summary>
internal static class ExchangeMoves
{
    /// <summary>
    /// Moves every node once, always the one with the largest gain even where it loses, and keeps the moves up to the best point; whether
    /// that is better than before.
    /// </summary>
    public static bool Improve(double[,] weights, int[] community)
    {
        var strengths = Partition.Strengths(weights, out var total);
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
        var (gained, highest) = (0.0, Partition.Least * total);
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
        return highest > Partition.Least * total;
    }
}
