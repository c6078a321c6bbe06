namespace Tomography.Learning;

/// <summary>How much exact folding leaves of a dataset's graphs.</summary>
/// <param name="Sites">Sites of all cells.</param>
/// <param name="Classes">Nodes after folding: classes of equivalent sites.</param>
/// <param name="Bonds">Directed bonds of all sites.</param>
/// <param name="FoldedBonds">Bonds after folding.</param>
public readonly record struct FoldingFactors(long Sites, long Classes, long Bonds, long FoldedBonds)
{
    /// <summary>Sites per class, 1 or more.</summary>
    public double SiteFactor => Classes == 0 ? 1 : (double)Sites / Classes;

    /// <summary>Bonds per folded bond, 1 or more.</summary>
    public double BondFactor => FoldedBonds == 0 ? 1 : (double)Bonds / FoldedBonds;

    /// <summary>The factors of packed graphs, from the weights that their nodes and bonds carry.</summary>
    public static FoldingFactors Of(PackedGraphs graphs)
    {
        ReadOnlySpan<float> multiplicity = graphs.Multiplicity.Span, bondCount = graphs.BondCount.Span;
        var bondStart = graphs.BondStart.Span;
        double sites = 0, bonds = 0;
        for (var node = 0; node < multiplicity.Length; node++)
        {
            sites += multiplicity[node];
            for (var bond = bondStart[node]; bond < bondStart[node + 1]; bond++) bonds += (double)multiplicity[node] * bondCount[bond];
        }

        return new((long)sites, multiplicity.Length, (long)bonds, bondCount.Length);
    }
}
