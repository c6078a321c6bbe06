namespace Tomography.Analysis;

/// <summary>How the weights shift between runs of the loop.</summary>
/// <remarks>
/// Edges count that are judged in both lattices. Change = sum of |w - w'| / sum of (w + w'): 0 the same, 1 nothing in common; 0 where
/// neither has a weight. Change beyond seeds is the same with the gap between the two 95 % intervals of the weight in place of |w - w'|, 0
/// where they overlap: chance alone makes weights differ, but seldom intervals. Oscillation = sum of min(|d|, |e|) over the turns / sum of
/// max(|d|, |e|) over all, where d and e are two changes of an edge's weight that follow each other, and a turn is where their signs
/// differ: 0 where every weight moves one way, 1 where every weight comes back to where it was; 0 where nothing moves.
/// </remarks>
internal static class DriftMeasure
{
    /// <summary>Compares a lattice with earlier ones.</summary>
    /// <param name="earlier">Earlier lattices of the same representation, oldest first.</param>
    /// <param name="current">The lattice of now.</param>
    /// <returns>Null where there is no earlier lattice.</returns>
    public static LatticeDrift? Of(IReadOnlyList<EntanglementLattice> earlier, EntanglementLattice current)
    {
        if (earlier.Count == 0) return null;
        var runs = earlier.Append(current).Select(ByPair).ToArray();
        var both = runs[^1].Where(edge => runs[^2].ContainsKey(edge.Key)).Select(edge => (Now: edge.Value, Before: runs[^2][edge.Key]))
            .ToArray();
        var everywhere = runs[0].Keys.Where(pair => runs.All(run => run.ContainsKey(pair))).ToArray();
        var sum = both.Sum(pair => pair.Now.Weight + pair.Before.Weight);
        var change = sum == 0 ? 0 : Math.Min(1, both.Sum(pair => Math.Abs(pair.Now.Weight - pair.Before.Weight)) / sum);
        var beyond = sum == 0 ? 0 : Math.Min(change, both.Sum(pair => Gap(pair.Now.Interval!.Value, pair.Before.Interval!.Value)) / sum);
        var claimed = both.Where(pair => pair.Now.Verdict.IsClaim && pair.Before.Verdict.IsClaim).ToArray();
        var flips = claimed.Count(pair => pair.Now.Verdict.Kind != pair.Before.Verdict.Kind);
        return new(
            earlier.Count + 1,
            change,
            beyond,
            flips,
            claimed.Length == 0 ? 0 : (double)flips / claimed.Length,
            Oscillation(runs, everywhere),
            both.Length,
            everywhere.Length,
            both.Select(pair => LatticeCounts.PairOf(pair.Now)).Distinct().Count());
    }

    private static double Gap(WeightInterval a, WeightInterval b) => Math.Max(0, Math.Max(a.Low - b.High, b.Low - a.High));

    private static double? Oscillation(Dictionary<PropertyPair, Edge>[] runs, PropertyPair[] everywhere)
    {
        if (runs.Length < 3) return null;
        var (turned, moved) = (0.0, 0.0);
        foreach (var pair in everywhere)
            for (var run = 2; run < runs.Length; run++)
            {
                var first = runs[run - 1][pair].Weight - runs[run - 2][pair].Weight;
                var second = runs[run][pair].Weight - runs[run - 1][pair].Weight;
                moved += Math.Max(Math.Abs(first), Math.Abs(second));
                if (first * second < 0) turned += Math.Min(Math.Abs(first), Math.Abs(second));
            }

        return moved == 0 ? 0 : turned / moved;
    }

    private static Dictionary<PropertyPair, Edge> ByPair(EntanglementLattice lattice) => lattice.Edges
        .Where(edge => edge.IsJudged && edge.Interval is not null)
        .ToDictionary(edge => new PropertyPair(edge.Feature, edge.Target));
}
