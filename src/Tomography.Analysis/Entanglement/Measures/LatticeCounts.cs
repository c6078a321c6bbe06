using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Analysis;

/// <summary>How many edges and pairs of properties a lattice has of each kind: what its measures stand on.</summary>
/// <param name="Nodes">Properties.</param>
/// <param name="Measured">Measured edges.</param>
/// <param name="Judged">Measured edges that are sound enough to be judged, whatever the verdict.</param>
/// <param name="Unsound">Measured edges whose data, training or baseline are unsound; the rest has too few seeds or no predictions.</param>
/// <param name="Real">Real edges: the feature informs.</param>
/// <param name="Claims">Edges that inform or harm.</param>
/// <param name="Pathological">Edges whose effect itself is unsound: they harm, or are not to be trusted as an effect.</param>
/// <param name="JudgedPairs">Pairs of properties that a judged edge joins, whatever its direction.</param>
/// <param name="RealPairs">Pairs of properties that a real edge joins.</param>
/// <param name="TwoWayPairs">Pairs whose edges are judged in both directions.</param>
/// <param name="RealTwoWayPairs">Those of them that a real edge joins.</param>
public sealed record LatticeCounts(
    int Nodes, int Measured, int Judged, int Unsound, int Real, int Claims, int Pathological, int JudgedPairs, int RealPairs,
    int TwoWayPairs, int RealTwoWayPairs)
{
    /// <summary>Counts a lattice.</summary>
    public static LatticeCounts Of(EntanglementLattice lattice)
    {
        var judged = lattice.Edges.Where(edge => edge.IsJudged).ToArray();
        var pairs = judged.GroupBy(PairOf).Select(edges => (Ways: edges.Count(), IsReal: edges.Any(edge => edge.IsReal))).ToArray();
        return new(
            lattice.Nodes.Length,
            lattice.Edges.Length,
            judged.Length,
            lattice.Edges.Count(edge => edge.Verdict.IsUnsound),
            judged.Count(edge => edge.IsReal),
            judged.Count(edge => edge.Verdict.IsClaim),
            judged.Count(edge => edge.IsPathological),
            pairs.Length,
            pairs.Count(pair => pair.IsReal),
            pairs.Count(pair => pair.Ways == 2),
            pairs.Count(pair => pair is { Ways: 2, IsReal: true }));
    }

    /// <summary>The two properties of an edge, the same for both directions.</summary>
    internal static PropertyPair PairOf(Edge edge) =>
        edge.Feature.CompareTo(edge.Target) < 0 ? new(edge.Feature, edge.Target) : new(edge.Target, edge.Feature);
}
