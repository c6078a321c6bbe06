namespace Tomography.Learning.Kernels;

/// <summary>Weighted sums of z and z^2 over all bonds, for the batch norm over bonds. Shifted by the first bond's z, so that the variance keeps its digits.</summary>
internal static unsafe class BondStatistics<T>
    where T : struct, ILanes<T>
{
    private const int BlockNodes = 32;

    /// <summary>Mean and (biased) variance of z per channel.</summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="total">Number of bonds of all sites, weights summed; above 0.</param>
    /// <param name="mean">Result, 2S.</param>
    /// <param name="variance">Result, 2S.</param>
    /// <param name="scratch">6S floats.</param>
    /// <param name="sums">4S doubles.</param>
    public static void Compute(in BondLayer layer, double total, float* mean, float* variance, float* scratch, double[] sums)
    {
        var width = 2 * layer.Stride;
        float* shift = scratch, sum = scratch + width, squares = scratch + 2 * width;
        Array.Clear(sums, 0, 2 * width);
        var firstNode = 0;
        while (layer.BondStart[firstNode + 1] == layer.BondStart[firstNode]) firstNode++;
        var firstBond = layer.BondStart[firstNode];
        float* p = layer.AtomTerms + (long)layer.NodeRow[firstNode] * 2 * width, q = layer.AtomTerms + (long)layer.NeighbourRow[firstBond] * 2 * width + width;
        var t = layer.BondTerms + (long)layer.Distance[firstBond] * width;
        for (var i = 0; i < width; i++) shift[i] = p[i] + q[i] + t[i];
        for (var node = 0; node < layer.Nodes; node += BlockNodes)
        {
            new Span<float>(sum, 2 * width).Clear();
            Block(layer, node, Math.Min(layer.Nodes, node + BlockNodes), shift, sum, squares);
            for (var i = 0; i < width; i++)
            {
                sums[i] += sum[i];
                sums[width + i] += squares[i];
            }
        }

        for (var i = 0; i < width; i++)
        {
            var average = sums[i] / total;
            mean[i] = (float)(shift[i] + average);
            variance[i] = (float)Math.Max(0, sums[width + i] / total - average * average);
        }
    }

    private static void Block(in BondLayer layer, int from, int to, float* shift, float* sum, float* squares)
    {
        var width = 2 * layer.Stride;
        for (var node = from; node < to; node++)
        {
            int start = layer.BondStart[node], end = layer.BondStart[node + 1];
            var own = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width;
            var multiplicity = layer.Multiplicity[node];
            for (var column = 0; column < width; column += T.Count)
            {
                var p = T.Load(own + column) - T.Load(shift + column);
                T s = T.Load(sum + column), r = T.Load(squares + column);
                for (var bond = start; bond < end; bond++)
                {
                    var z = p + T.Load(layer.AtomTerms + (long)layer.NeighbourRow[bond] * 2 * width + width + column)
                        + T.Load(layer.BondTerms + (long)layer.Distance[bond] * width + column);
                    var weighted = T.All(multiplicity * layer.BondCount[bond]) * z;
                    s += weighted;
                    r = T.FusedMultiplyAdd(weighted, z, r);
                }

                s.Store(sum + column);
                r.Store(squares + column);
            }
        }
    }
}
