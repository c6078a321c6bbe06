namespace Tomography.Learning.Cuda;

/// <summary>
/// The bonds of each distance and of each neighbour, counted within their crystal and ascending: in this order gradients are summed.
/// </summary>
/// <param name="OfDistanceStart">Per distance, its first place in <paramref name="OfDistance"/>; one more at the end.</param>
/// <param name="OfDistance">The bonds of each distance.</param>
/// <param name="OfNeighbourStart">Per node, its first place in <paramref name="OfNeighbour"/>; one more at the end.</param>
/// <param name="OfNeighbour">The bonds whose neighbour is the node.</param>
internal sealed record BondLists(int[] OfDistanceStart, int[] OfDistance, int[] OfNeighbourStart, int[] OfNeighbour)
{
    /// <summary>Lists the bonds of graphs.</summary>
    public static BondLists Of(PackedGraphs graphs)
    {
        var (distanceStart, distance) = Sort(graphs, graphs.DistanceStart, graphs.Distance, graphs.DistanceAngstrom.Length);
        var (neighbourStart, neighbour) = Sort(graphs, graphs.NodeStart, graphs.Neighbour, graphs.Species.Length);
        return new(distanceStart, distance, neighbourStart, neighbour);
    }

    /// <summary>Bonds by a number that counts within the crystal from a start: counting sort, which keeps their order.</summary>
    private static (int[] Start, int[] Bonds) Sort(PackedGraphs graphs, ReadOnlyMemory<int> starts, ReadOnlyMemory<int> of, int count)
    {
        ReadOnlySpan<int> nodeStart = graphs.NodeStart.Span, bondStart = graphs.BondStart.Span, first = starts.Span, number = of.Span;
        int[] start = new int[count + 1], bonds = new int[number.Length];
        for (var c = 0; c < graphs.Count; c++)
            for (var b = bondStart[nodeStart[c]]; b < bondStart[nodeStart[c + 1]]; b++) start[first[c] + number[b] + 1]++;
        for (var i = 1; i < start.Length; i++) start[i] += start[i - 1];
        int[] next = [.. start];
        for (var c = 0; c < graphs.Count; c++)
        {
            var from = bondStart[nodeStart[c]];
            for (var b = from; b < bondStart[nodeStart[c + 1]]; b++) bonds[next[first[c] + number[b]]++] = b - from;
        }

        return (start, bonds);
    }
}
