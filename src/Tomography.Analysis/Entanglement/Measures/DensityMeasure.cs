namespace Tomography.Analysis;

/// <summary>How full a lattice is. The possible edges are the measured ones: what was not measured is not known to be absent.</summary>
internal static class DensityMeasure
{
    /// <summary>Real edges / measured edges, in 0..1; 0 where nothing was measured.</summary>
    public static double Of(EntanglementLattice lattice) =>
        lattice.Edges.IsEmpty ? 0 : (double)lattice.RealEdges.Count() / lattice.Edges.Length;

    /// <summary>Sum of all weights / measured edges, in 0..1: the mean reduction of the error; 0 where nothing was measured.</summary>
    public static double Weighted(EntanglementLattice lattice) =>
        lattice.Edges.IsEmpty ? 0 : lattice.Edges.Sum(edge => edge.Weight) / lattice.Edges.Length;
}
