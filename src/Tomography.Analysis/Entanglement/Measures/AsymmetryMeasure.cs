namespace Tomography.Analysis;

/// <summary>
/// How far influence runs one way: sum of |w_ab - w_ba| / sum of (w_ab + w_ba), over the pairs judged both ways that a real edge joins.
/// Other pairs have weights of chance alone, which differ between the ways as much as they are large.
/// </summary>
internal static class AsymmetryMeasure
{
    /// <summary>In 0..1: 0 where both ways weigh the same, 1 where every pair has one way only; 0 where there is no such pair.</summary>
    public static double Of(EntanglementLattice lattice)
    {
        var (differences, sums) = (0.0, 0.0);
        foreach (var pair in lattice.Edges.Where(edge => edge.IsJudged).GroupBy(LatticeCounts.PairOf))
        {
            if (pair.ToArray() is not [var forth, var back] || !(forth.IsReal || back.IsReal)) continue;
            differences += Math.Abs(forth.Weight - back.Weight);
            sums += forth.Weight + back.Weight;
        }

        return sums == 0 ? 0 : Math.Min(1, differences / sums);
    }
}
