namespace Tomography.Analysis;

/// <summary>
/// Shortest paths along real edges. An edge of weight w has the length 1 / w, at least 1: a strong edge is short, and 1 / length is a
/// weight again.
/// </summary>
/// <remarks>
/// The pairs are all ordered pairs of a property and another one that is a target; what was never a target can be reached by nothing.
/// </remarks>
internal static class PathMeasure
{
    /// <summary>Measures the paths of a lattice; without pairs or real edges nothing is connected and the efficiency is 0.</summary>
    public static PathResult Of(EntanglementLattice lattice)
    {
        var matrix = new WeightMatrix(lattice);
        var lengths = Shortest(matrix, weight => 1 / weight);
        var hops = Shortest(matrix, _ => 1);
        var targets = lattice.Targets.Select(target => lattice.Nodes.IndexOf(target)).ToArray();
        var (pairs, connected, length, hop, efficiency) = (0, 0, 0.0, 0.0, 0.0);
        for (var from = 0; from < matrix.Size; from++)
            foreach (var to in targets.Where(target => target != from))
            {
                pairs++;
                if (double.IsPositiveInfinity(lengths[from, to])) continue;
                connected++;
                length += lengths[from, to];
                hop += hops[from, to];
                efficiency += 1 / lengths[from, to];
            }

        return connected == 0
            ? new(null, null, 0, 0)
            : new(length / connected, hop / connected, (double)connected / pairs, efficiency / pairs);
    }

    // Floyd and Warshall.
    private static double[,] Shortest(WeightMatrix matrix, Func<double, double> lengthOf)
    {
        var size = matrix.Size;
        var lengths = new double[size, size];
        for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++)
                lengths[a, b] = a == b ? 0 : matrix.Real[a, b] > 0 ? lengthOf(matrix.Real[a, b]) : double.PositiveInfinity;
        for (var over = 0; over < size; over++)
            for (var a = 0; a < size; a++)
                for (var b = 0; b < size; b++)
                    lengths[a, b] = Math.Min(lengths[a, b], lengths[a, over] + lengths[over, b]);
        return lengths;
    }
}
