using Tomography.Crystals;

namespace Tomography.Learning.Tests;

/// <summary>A batch in plain arrays: with every site and every bond written out, or folded, with their weights.</summary>
/// <param name="Elements">Per site, the features of its element.</param>
/// <param name="Owner">Per site, its crystal.</param>
/// <param name="SiteWeight">Per site, how many sites it stands for.</param>
/// <param name="Sites">Per crystal, its number of sites.</param>
/// <param name="From">Per bond, the site that gathers.</param>
/// <param name="To">Per bond, its neighbour.</param>
/// <param name="DistanceAngstrom">Per bond, its length.</param>
/// <param name="BondCount">Per bond, how many equal bonds of one site it stands for.</param>
/// <param name="Features">Per crystal, the extra property.</param>
public sealed record ReferenceBatch(
    double[][] Elements,
    int[] Owner,
    double[] SiteWeight,
    int[] Sites,
    int[] From,
    int[] To,
    double[] DistanceAngstrom,
    double[] BondCount,
    double[][] Features)
{
    /// <summary>Writes out graphs.</summary>
    public static ReferenceBatch Of(IReadOnlyList<CrystalGraph> graphs, ElementFeatureTable elements, IReadOnlyList<double[]> features)
    {
        List<double[]> rows = [];
        List<int> owner = [], sites = [], from = [], to = [];
        List<double> distances = [], weights = [], counts = [];
        foreach (var graph in graphs)
        {
            var first = rows.Count;
            for (var i = 0; i < graph.NodeCount; i++)
            {
                rows.Add([.. elements.Rows[graph.AtomicNumber[i]]]);
                owner.Add(sites.Count);
                weights.Add(graph.Multiplicity[i]);
                for (var b = graph.BondStart[i]; b < graph.BondStart[i + 1]; b++)
                {
                    from.Add(first + i);
                    to.Add(first + graph.Neighbour[b]);
                    distances.Add(graph.DistanceAngstrom[b]);
                    counts.Add(graph.BondCount[b]);
                }
            }

            sites.Add(graph.SiteCount);
        }

        return new([.. rows], [.. owner], [.. weights], [.. sites], [.. from], [.. to], [.. distances], [.. counts], [.. features]);
    }
}
