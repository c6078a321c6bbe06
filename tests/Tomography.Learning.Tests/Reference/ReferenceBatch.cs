using Tomography.Crystals;

namespace Tomography.Learning.Tests;

/// <summary>A batch with every site and every bond written out.</summary>
/// <param name="Elements">Per site, the features of its element.</param>
/// <param name="Owner">Per site, its crystal.</param>
/// <param name="Sites">Per crystal, its number of sites.</param>
/// <param name="From">Per bond, the site that gathers.</param>
/// <param name="To">Per bond, its neighbour.</param>
/// <param name="DistanceAngstrom">Per bond, its length.</param>
/// <param name="Features">Per crystal, the extra property.</param>
public sealed record ReferenceBatch(double[][] Elements, int[] Owner, int[] Sites, int[] From, int[] To, double[] DistanceAngstrom, double[][] Features)
{
    /// <summary>Writes out unfolded graphs.</summary>
    public static ReferenceBatch Of(IReadOnlyList<CrystalGraph> graphs, ElementFeatureTable elements, IReadOnlyList<double[]> features)
    {
        List<double[]> rows = [];
        List<int> owner = [], sites = [], from = [], to = [];
        List<double> distances = [];
        foreach (var graph in graphs)
        {
            var first = rows.Count;
            for (var i = 0; i < graph.NodeCount; i++)
            {
                rows.Add([.. elements.Rows[graph.AtomicNumber[i]]]);
                owner.Add(sites.Count);
                for (var b = graph.BondStart[i]; b < graph.BondStart[i + 1]; b++)
                {
                    from.Add(first + i);
                    to.Add(first + graph.Neighbour[b]);
                    distances.Add(graph.DistanceAngstrom[b]);
                }
            }

            sites.Add(graph.NodeCount);
        }

        return new([.. rows], [.. owner], [.. sites], [.. from], [.. to], [.. distances], [.. features]);
    }
}
