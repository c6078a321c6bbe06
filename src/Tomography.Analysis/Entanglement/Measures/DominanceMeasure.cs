namespace Tomography.Analysis;

/// <summary>
/// Whether few properties do all the informing: the Gini coefficient of the outgoing strength, sum over i and j of |s_i - s_j| / (2 n sum
/// of s), with s_i the sum of the weights of the real edges that leave i. Properties without a judged outgoing edge are left out.</summary>
internal static class DominanceMeasure
{
    /// <summary>
    /// In 0..(n - 1) / n: 0 where all give alike, near 1 where one gives everything; 0 with fewer than two sources or without weights.
    /// </summary>
    public static double Of(EntanglementLattice lattice)
    {
        var strengths = lattice.Edges.Where(edge => edge.IsJudged)
            .GroupBy(edge => edge.Feature, (_, edges) => edges.Sum(edge => edge.IsReal ? edge.Weight : 0)).Order().ToArray();
        var total = strengths.Sum();
        if (strengths.Length < 2 || total == 0) return 0;
        // With s sorted upwards the double sum is 2 sum of (2 i - n + 1) s_i, i from 0.
        var spread = strengths.Select((strength, place) => (2.0 * place - strengths.Length + 1) * strength).Sum();
        return Math.Max(0, spread / (strengths.Length * total));
    }
}
