namespace Tomography.Analysis;

/// <summary>How the weights shift between runs of the loop.</summary>
/// <remarks>
/// Change = sum of |w - w'| / sum of (w + w') over the edges measured in both lattices: 0 the same, 1 nothing in common; 0 where neither
/// has a weight. Change beyond seeds is the same with the gap between the two ranges of the weight over seeds in place of |w - w'|, 0 where
/// they overlap: noise alone makes weights differ, but seldom ranges. An edge with fewer than two seeds in either lattice has no range, and
/// no gap. Oscillation = sum of min(|d|, |e|) over the turns / sum of max(|d|, |e|) over all, where d and e are two changes of an edge's
/// weight that follow each other, and a turn is where their signs differ: 0 where every weight moves one way, 1 where every weight comes
/// back to where it was; 0 where nothing moves.
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
        var before = ByPair(earlier[^1]);
        var both = current.Edges
            .Select(edge => (Now: edge, Before: before.GetValueOrDefault(new(edge.Feature, edge.Target))))
            .Where(pair => pair.Before is not null)
            .ToArray();
        var sum = both.Sum(pair => pair.Now.Weight + pair.Before!.Weight);
        var change = sum == 0 ? 0 : Math.Min(1, both.Sum(pair => Math.Abs(pair.Now.Weight - pair.Before!.Weight)) / sum);
        var beyond = sum == 0 ? 0 : Math.Min(change, both.Sum(pair => Gap(pair.Now, pair.Before!)) / sum);
        var decided = both.Where(pair => pair.Now.State != EdgeState.Inconclusive && pair.Before!.State != EdgeState.Inconclusive)
            .ToArray();
        var flips = decided.Count(pair => Math.Sign(pair.Now.Change) != Math.Sign(pair.Before!.Change));
        return new(
            earlier.Count + 1,
            change,
            beyond,
            flips,
            decided.Length == 0 ? 0 : (double)flips / decided.Length,
            Oscillation([.. earlier, current]));
    }

    // The weights of single seeds lie between max(0, -upper) and max(0, -lower). One seed says nothing of the range: beside it all noise
    // would be a gap.
    private static double Gap(Edge a, Edge b) =>
        a.Seeds.Length < 2 || b.Seeds.Length < 2
            ? 0
            : Math.Max(0, Math.Max(Math.Max(0, -a.Upper) - Math.Max(0, -b.Lower), Math.Max(0, -b.Upper) - Math.Max(0, -a.Lower)));

    private static double? Oscillation(EntanglementLattice[] runs)
    {
        if (runs.Length < 3) return null;
        var weights = runs.Select(ByPair).ToArray();
        var (turned, moved) = (0.0, 0.0);
        foreach (var pair in weights[0].Keys.Where(pair => weights.All(run => run.ContainsKey(pair))))
            for (var run = 2; run < runs.Length; run++)
            {
                var first = weights[run - 1][pair].Weight - weights[run - 2][pair].Weight;
                var second = weights[run][pair].Weight - weights[run - 1][pair].Weight;
                moved += Math.Max(Math.Abs(first), Math.Abs(second));
                if (first * second < 0) turned += Math.Min(Math.Abs(first), Math.Abs(second));
            }

        return moved == 0 ? 0 : turned / moved;
    }

    private static Dictionary<PropertyPair, Edge> ByPair(EntanglementLattice lattice) =>
        lattice.Edges.ToDictionary(edge => new PropertyPair(edge.Feature, edge.Target));
}
