namespace Tomography.Learning.Cuda;

/// <summary>How large the crystals of a dataset are.</summary>
/// <param name="Count">How many crystals.</param>
/// <param name="Nodes">Nodes of each.</param>
/// <param name="Bonds">Bonds of each.</param>
/// <param name="Distances">Distinct distances of each.</param>
internal sealed record GraphSizes(int Count, CountStatistics Nodes, CountStatistics Bonds, CountStatistics Distances)
{
    /// <summary>Measures graphs.</summary>
    public static GraphSizes Of(PackedGraphs graphs)
    {
        var bonds = new int[graphs.NodeStart.Length];
        for (var c = 0; c < bonds.Length; c++) bonds[c] = graphs.BondStart.Span[graphs.NodeStart.Span[c]];
        return new(
            graphs.Count, CountStatistics.Of(graphs.NodeStart.Span), CountStatistics.Of(bonds),
            CountStatistics.Of(graphs.DistanceStart.Span));
    }
}
