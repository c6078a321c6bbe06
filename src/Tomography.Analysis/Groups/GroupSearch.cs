using System.Numerics;

namespace Tomography.Analysis;

/// <summary>
/// Finds the models that serve all targets best under a budget (Standley et al., ICML 2020): what a group does to a target is predicted by
/// the mean of what each partner does to it in a pair; of all ways to serve every target by one of at most so many groups, that with the
/// lowest sum of changes. A group may learn more than it serves. The search looks at all of them.
/// </summary>
/// <param name="changes">By target and partner the relative change of the target's error in a pair; the diagonal is not used.</param>
internal sealed class GroupSearch(double[,] changes)
{
    private readonly int _count = changes.GetLength(0);

    /// <summary>The predicted change of a target in a group, which it is one of; 0 alone.</summary>
    public double Predicted(int target, int group)
    {
        double sum = 0;
        for (var partner = 0; partner < _count; partner++)
            if (partner != target && (group >> partner & 1) == 1)
                sum += changes[target, partner];
        var partners = BitOperations.PopCount((uint)group) - 1;
        return partners == 0 ? 0 : sum / partners;
    }

    /// <summary>
    /// The best groups, as bits: what each learns, and for which targets. Of equally good ones that of fewer and smaller.
    /// </summary>
    /// <param name="budget">How many at most, at least 1.</param>
    public (int Learnt, int For)[] Best(int budget)
    {
        var (served, by) = Served();
        int all = (1 << _count) - 1, most = Math.Min(budget, _count);
        double[] before = [0, .. Enumerable.Repeat(double.PositiveInfinity, all)];
        var parts = new int[most + 1, all + 1];
        var levels = new double[most + 1][];
        levels[0] = before;
        for (var k = 1; k <= most; k++)
        {
            var now = (double[])before.Clone();
            for (var mask = 1; mask <= all; mask++)
            {
                // The part with the first target comes first, so that each partition is met once.
                int first = mask & -mask, rest = mask ^ first;
                for (var sub = rest; ; sub = (sub - 1) & rest)
                {
                    var part = sub | first;
                    var sum = before[mask ^ part] + served[part];
                    if (sum < now[mask]) (now[mask], parts[k, mask]) = (sum, part);
                    if (sub == 0) break;
                }
            }

            levels[k] = before = now;
        }

        var groups = new List<(int, int)>();
        for (int k = most, mask = all; mask != 0; k--)
        {
            var part = parts[k, mask];
            if (part == 0) continue; // no better than with one model fewer
            groups.Add((by[part], part));
            mask ^= part;
        }

        return [.. groups];
    }

    /// <summary>Per set of targets the least sum of changes that one model serves them with, and what it learns for it.</summary>
    private (double[] Sum, int[] Learnt) Served()
    {
        var size = 1 << _count;
        var (best, by, sums) = (new double[size], new int[size], new double[size]);
        Array.Fill(best, double.PositiveInfinity);
        foreach (var group in Enumerable.Range(1, size - 1).OrderBy(g => BitOperations.PopCount((uint)g)).ThenBy(g => g))
        {
            var each = Enumerable.Range(0, _count).Select(t => (group >> t & 1) == 1 ? Predicted(t, group) : 0).ToArray();
            for (var sub = group; sub > 0; sub = (sub - 1) & group)
            {
                sums[sub] = 0;
                for (var t = 0; t < _count; t++)
                    if ((sub >> t & 1) == 1)
                        sums[sub] += each[t];
                if (sums[sub] < best[sub]) (best[sub], by[sub]) = (sums[sub], group);
            }
        }

        return (best, by);
    }
}
