namespace Tomography.Learning.Kernels;

/// <summary>
/// Weighted sums of z and z^2 over all bonds, for the batch norm over bonds. Shifted by the first bond's z, so that the variance keeps its
/// digits.
/// </summary>
internal static unsafe class BondStatistics<T>
    where T : struct, ILanes<T>
{
    /// <summary>Mean and (biased) variance of z per channel.</summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="total">Number of bonds of all sites, weights summed; above 0.</param>
    /// <param name="mean">Result, 2S.</param>
    /// <param name="variance">Result, 2S.</param>
    /// <param name="terms">Scratch for the terms of the largest crystal.</param>
    /// <param name="scratch">6S floats.</param>
    /// <param name="sums">4S doubles.</param>
    public static void Compute(in BondLayer layer, double total, float* mean, float* variance, float* terms, float* scratch, double[] sums)
    {
        var width = 2 * layer.Stride;
        float* shift = scratch, sum = scratch + width, squares = scratch + 2 * width;
        Array.Clear(sums, 0, 2 * width);
        var hasShift = false;
        for (var crystal = 0; crystal < layer.Crystals; crystal++)
        {
            int from = layer.NodeStart[crystal], to = layer.NodeStart[crystal + 1];
            if (layer.BondStart[from] == layer.BondStart[to]) continue;
            layer.ExpandTerms<T>(crystal, terms);
            if (!hasShift) FirstBond(layer, from, terms, shift);
            hasShift = true;
            new Span<float>(sum, 2 * width).Clear();
            Block(layer, from, to, terms, shift, sum, squares);
            fixed (double* target = sums) LongSums.Add(target, sum, 2 * width);
        }

        for (var i = 0; i < width; i++)
        {
            var average = sums[i] / total;
            mean[i] = (float)(shift[i] + average);
            variance[i] = (float)Math.Max(0, sums[width + i] / total - average * average);
        }
    }

    private static void FirstBond(in BondLayer layer, int node, float* terms, float* z)
    {
        var width = 2 * layer.Stride;
        while (layer.BondStart[node + 1] == layer.BondStart[node]) node++;
        var bond = layer.BondStart[node];
        float* p = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width,
            q = layer.AtomTerms + (long)layer.NeighbourRow[bond] * 2 * width + width;
        var t = terms + (long)layer.Distance[bond] * width;
        for (var i = 0; i < width; i++) z[i] = p[i] + q[i] + t[i];
    }

    private static void Block(in BondLayer layer, int from, int to, float* terms, float* shift, float* sum, float* squares)
    {
        var width = 2 * layer.Stride;
        for (var node = from; node < to; node++)
        {
            int start = layer.BondStart[node], end = layer.BondStart[node + 1];
            var own = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width;
            var multiplicity = layer.Multiplicity[node];
            for (var column = 0; column < width; column += 2 * T.Count)
            {
                var other = column + T.Count;
                T p = T.Load(own + column) - T.Load(shift + column), pOther = T.Load(own + other) - T.Load(shift + other);
                T s = T.Load(sum + column), sOther = T.Load(sum + other), r = T.Load(squares + column), rOther = T.Load(squares + other);
                for (var bond = start; bond < end; bond++)
                {
                    var q = layer.AtomTerms + (long)layer.NeighbourRow[bond] * 2 * width + width;
                    var t = terms + (long)layer.Distance[bond] * width;
                    T z = p + T.Load(q + column) + T.Load(t + column), zOther = pOther + T.Load(q + other) + T.Load(t + other);
                    var weight = T.All(multiplicity * layer.BondCount[bond]);
                    T weighted = weight * z, weightedOther = weight * zOther;
                    s += weighted;
                    sOther += weightedOther;
                    r = T.FusedMultiplyAdd(weighted, z, r);
                    rOther = T.FusedMultiplyAdd(weightedOther, zOther, rOther);
                }

                s.Store(sum + column);
                sOther.Store(sum + other);
                r.Store(squares + column);
                rOther.Store(squares + other);
            }
        }
    }
}
