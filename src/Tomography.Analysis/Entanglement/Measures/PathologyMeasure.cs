namespace Tomography.Analysis;

/// <summary>
/// How much of the lattice is unsound: edges that harm, and those whose effect is not to be trusted as an effect. What was not measured
/// soundly is no pathology of the lattice; it counts nowhere.
/// </summary>
internal static class PathologyMeasure
{
    /// <summary>Pathological edges / judged edges, in 0..1; 0 where nothing was judged.</summary>
    public static double Of(EntanglementLattice lattice) =>
        lattice.Edges.Where(edge => edge.IsJudged).Select(edge => edge.IsPathological ? 1.0 : 0).DefaultIfEmpty(0).Average();

    /// <summary>
    /// Pathological edges / those and the real ones, in 0..1: above one half they dominate what was decided; 0 where nothing was decided.
    /// </summary>
    public static double OfDecided(EntanglementLattice lattice)
    {
        var pathological = lattice.Edges.Count(edge => edge.IsPathological);
        return pathological == 0 ? 0 : (double)pathological / (pathological + lattice.RealEdges.Count());
    }
}
