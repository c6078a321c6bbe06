namespace Tomography.Analysis;

/// <summary>The real edges of a lattice as a matrix, the places where edges were judged, and which nodes can be reached at all.</summary>
internal sealed class WeightMatrix
{
    public WeightMatrix(EntanglementLattice lattice)
    {
        var places = lattice.Nodes.Select((node, place) => (node, place)).ToDictionary(pair => pair.node, pair => pair.place);
        Size = lattice.Nodes.Length;
        Real = new double[Size, Size];
        Judged = [.. lattice.Edges.Where(edge => edge.IsJudged).Select(edge => (places[edge.Feature], places[edge.Target]))];
        foreach (var edge in lattice.RealEdges) Real[places[edge.Feature], places[edge.Target]] = edge.Weight;
    }

    /// <summary>How many nodes.</summary>
    public int Size { get; }

    /// <summary>Weight of the real edge from row to column; 0 where there is none.</summary>
    public double[,] Real { get; }

    /// <summary>Where an edge was judged: row and column.</summary>
    public (int Feature, int Target)[] Judged { get; }

    /// <summary>W + transposed W: what both directions weigh together.</summary>
    public static double[,] Symmetrised(double[,] weights)
    {
        var size = weights.GetLength(0);
        var both = new double[size, size];
        for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++)
                both[a, b] = weights[a, b] + weights[b, a];
        return both;
    }
}
