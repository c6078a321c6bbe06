namespace Tomography.Learning.Kernels;

/// <summary>
/// The gated sum of a convolution, s_i = sum_j c_ij sigmoid(f_ij) softplus(g_ij), where f | g = scale z + shift is the normalised
/// pre-activation (Xie and Grossman 2018, equation 5).
/// </summary>
internal static unsafe class GateSum<T>
    where T : struct, ILanes<T>
{
    /// <summary>The sums alone, for prediction.</summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="scale">2S.</param>
    /// <param name="shift">2S.</param>
    /// <param name="terms">Scratch for the terms of the largest crystal.</param>
    /// <param name="sums">Result, nodes x S.</param>
    public static void Predict(in BondLayer layer, float* scale, float* shift, float* terms, float* sums)
    {
        for (var crystal = 0; crystal < layer.Crystals; crystal++)
        {
            layer.ExpandTerms<T>(crystal, terms);
            PredictCrystal(layer, crystal, scale, shift, terms, sums);
        }
    }

    private static void PredictCrystal(in BondLayer layer, int crystal, float* scale, float* shift, float* terms, float* sums)
    {
        int stride = layer.Stride, width = 2 * stride;
        for (var node = layer.NodeStart[crystal]; node < layer.NodeStart[crystal + 1]; node++)
        {
            int start = layer.BondStart[node], end = layer.BondStart[node + 1];
            var own = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width;
            for (var column = 0; column < stride; column += T.Count)
            {
                T scaleF = T.Load(scale + column), scaleC = T.Load(scale + stride + column);
                T shiftF = T.Load(shift + column), shiftC = T.Load(shift + stride + column);
                T ownF = T.Load(own + column), ownC = T.Load(own + stride + column);
                var sum = T.All(0);
                for (var bond = start; bond < end; bond++)
                {
                    var q = layer.AtomTerms + (long)layer.NeighbourRow[bond] * 2 * width + width + column;
                    var t = terms + (long)layer.Distance[bond] * width + column;
                    var f = T.FusedMultiplyAdd(ownF + T.Load(q) + T.Load(t), scaleF, shiftF);
                    var c = T.FusedMultiplyAdd(ownC + T.Load(q + stride) + T.Load(t + stride), scaleC, shiftC);
                    var core = Transcendental.Gate(f, c, out var sigmoid, out _);
                    sum = T.FusedMultiplyAdd(T.All(layer.BondCount[bond]) * sigmoid, core, sum);
                }

                sum.Store(sums + (long)node * stride + column);
            }
        }
    }

    /// <summary>
    /// The sums, and what the backward pass needs: per bond the derivatives X = d(gate)/df and Y = d(gate)/dg, and per node the sums over
    /// its bonds of c X, c X z, c Y and c Y z. The upstream gradient is constant over a node's bonds, so these sums make the batch norm's
    /// backward reductions a matter of nodes.
    /// </summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="scale">2S.</param>
    /// <param name="shift">2S.</param>
    /// <param name="terms">Scratch for the terms of the largest crystal.</param>
    /// <param name="sums">Result, nodes x S.</param>
    /// <param name="derivatives">Result, bonds x 2S: X | Y.</param>
    /// <param name="moments">Result, nodes x 4S: sums of c X | c Y | c X z | c Y z.</param>
    public static void Train(in BondLayer layer, float* scale, float* shift, float* terms, float* sums, float* derivatives, float* moments)
    {
        for (var crystal = 0; crystal < layer.Crystals; crystal++)
        {
            layer.ExpandTerms<T>(crystal, terms);
            TrainCrystal(layer, crystal, scale, shift, terms, sums, derivatives, moments);
        }
    }

    private static void TrainCrystal(
        in BondLayer layer,
        int crystal,
        float* scale,
        float* shift,
        float* terms,
        float* sums,
        float* derivatives,
        float* moments)
    {
        int stride = layer.Stride, width = 2 * stride;
        for (var node = layer.NodeStart[crystal]; node < layer.NodeStart[crystal + 1]; node++)
        {
            int start = layer.BondStart[node], end = layer.BondStart[node + 1];
            var own = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width;
            var moment = moments + (long)node * 4 * stride;
            for (var column = 0; column < stride; column += T.Count)
            {
                T scaleF = T.Load(scale + column), scaleC = T.Load(scale + stride + column);
                T shiftF = T.Load(shift + column), shiftC = T.Load(shift + stride + column);
                T ownF = T.Load(own + column), ownC = T.Load(own + stride + column);
                T sum = T.All(0), sumX = sum, sumY = sum, sumXz = sum, sumYz = sum;
                for (var bond = start; bond < end; bond++)
                {
                    var q = layer.AtomTerms + (long)layer.NeighbourRow[bond] * 2 * width + width + column;
                    var t = terms + (long)layer.Distance[bond] * width + column;
                    T zF = ownF + T.Load(q) + T.Load(t),
                        zC = ownC + T.Load(q + stride) + T.Load(t + stride);
                    var core = Transcendental.Gate(
                        T.FusedMultiplyAdd(zF, scaleF, shiftF),
                        T.FusedMultiplyAdd(zC, scaleC, shiftC),
                        out var sigmoid,
                        out var sigmoidCore);
                    var count = T.All(layer.BondCount[bond]);
                    var x = core * sigmoid * (T.All(1) - sigmoid);
                    var y = sigmoid * sigmoidCore;
                    x.Store(derivatives + (long)bond * width + column);
                    y.Store(derivatives + (long)bond * width + stride + column);
                    sum = T.FusedMultiplyAdd(count * sigmoid, core, sum);
                    T countX = count * x, countY = count * y;
                    sumX += countX;
                    sumY += countY;
                    sumXz = T.FusedMultiplyAdd(countX, zF, sumXz);
                    sumYz = T.FusedMultiplyAdd(countY, zC, sumYz);
                }

                sum.Store(sums + (long)node * stride + column);
                sumX.Store(moment + column);
                sumY.Store(moment + stride + column);
                sumXz.Store(moment + width + column);
                sumYz.Store(moment + width + stride + column);
            }
        }
    }
}
