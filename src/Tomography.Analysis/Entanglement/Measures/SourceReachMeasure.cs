namespace Tomography.Analysis;

/// <summary>
/// How far a single source reaches: the largest share of the other targets of the lattice that one property informs by a real edge.
/// </summary>
internal static class SourceReachMeasure
{
    /// <summary>In 0..1: 1 where one property informs every other target; 0 without real edges.</summary>
    public static double Of(EntanglementLattice lattice) =>
        lattice.RealEdges.GroupBy(edge => edge.Feature)
            .Select(edges => (double)edges.Count() / lattice.Targets.Count(target => target != edges.Key))
            .DefaultIfEmpty(0)
            .Max();
}
