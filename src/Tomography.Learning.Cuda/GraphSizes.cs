namespace Tomography.Learning.Cuda;

/// <summary>How large the crystals of a dataset are.</summary>
/// <param name="Count">How many crystals.</param>
/// <param name="Nodes">Nodes of each.</param>
/// <param name="Distances">Distinct distances of each.</param>
internal sealed record GraphSizes(int Count, CountStatistics Nodes, CountStatistics Distances)
{
    /// <summary>Measures graphs.</summary>
    public static GraphSizes Of(PackedGraphs graphs) =>
        new(graphs.Count, CountStatistics.Of(graphs.NodeStart.Span), CountStatistics.Of(graphs.DistanceStart.Span));
}
