namespace Tomography.Analysis;

/// <summary>
/// How far influence runs one way: sum of |w_ab - w_ba| / sum of (w_ab + w_ba), over the pairs measured both ways, with all weights.
/// </summary>
internal static class AsymmetryMeasure
{
    /// <summary>
    /// In 0..1: 0 where both ways weigh the same, 1 where every pair has one way only; 0 where no pair was measured both ways or none has a
    /// weight.
    /// </summary>
    public static double Of(EntanglementLattice lattice)
    {
        var weights = lattice.Edges.ToDictionary(edge => new PropertyPair(edge.Feature, edge.Target), edge => edge.Weight);
        var (differences, sums) = (0.0, 0.0);
        foreach (var (pair, forth) in weights)
        {
            // Each pair once: from the name that comes first.
            if (pair.Feature.CompareTo(pair.Target) > 0 || !weights.TryGetValue(new(pair.Target, pair.Feature), out var back)) continue;
            differences += Math.Abs(forth - back);
            sums += forth + back;
        }

        return sums == 0 ? 0 : Math.Min(1, differences / sums);
    }
}
