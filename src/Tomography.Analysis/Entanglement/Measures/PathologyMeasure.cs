namespace Tomography.Analysis;

/// <summary>How much of the lattice must not be trusted: edges that are harmful or spurious.</summary>
internal static class PathologyMeasure
{
    /// <summary>Harmful and spurious edges / measured edges, in 0..1; 0 where nothing was measured.</summary>
    public static double Of(EntanglementLattice lattice) =>
        lattice.Edges.IsEmpty ? 0 : (double)lattice.Edges.Count(edge => edge.IsPathological) / lattice.Edges.Length;

    /// <summary>
    /// Harmful and spurious edges / those and the real ones, in 0..1: above one half they dominate what was decided; 0 where nothing was
    /// decided.
    /// </summary>
    public static double OfDecided(EntanglementLattice lattice)
    {
        var pathological = lattice.Edges.Count(edge => edge.IsPathological);
        return pathological == 0 ? 0 : (double)pathological / (pathological + lattice.RealEdges.Count());
    }
}
