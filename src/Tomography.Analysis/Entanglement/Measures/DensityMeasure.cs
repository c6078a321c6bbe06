namespace Tomography.Analysis;

/// <summary>
/// How full a lattice is. The possible edges are the judged ones: what was not measured, or not soundly, is not known to be absent.
/// </summary>
internal static class DensityMeasure
{
    /// <summary>Real edges / judged edges, in 0..1; 0 where nothing was judged.</summary>
    public static double Of(EntanglementLattice lattice) => Share(lattice, edge => edge.IsReal ? 1 : 0);

    /// <summary>
    /// The same with the undecided edges that may be there: those whose change is a reduction beyond what matters. In 0..1.
    /// </summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="smallestEffect">The smallest change that matters, a fraction.</param>
    public static double Possible(EntanglementLattice lattice, double smallestEffect) => Share(
        lattice,
        edge => edge.IsReal || (edge.Verdict.Kind == VerdictKind.Undecided && edge.Change < -smallestEffect) ? 1 : 0);

    /// <summary>Sum of the weights of the real edges / judged edges, in 0..1; 0 where nothing was judged.</summary>
    public static double Weighted(EntanglementLattice lattice) => Share(lattice, edge => edge.IsReal ? edge.Weight : 0);

    private static double Share(EntanglementLattice lattice, Func<Edge, double> of) =>
        lattice.Edges.Where(edge => edge.IsJudged).Select(of).DefaultIfEmpty(0).Average();
}
