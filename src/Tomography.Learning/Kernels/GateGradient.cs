namespace Tomography.Learning.Kernels;

/// <summary>
/// The gradient of z per bond, spread at once to where z came from: dz = c (scale D (X | Y) - m (k1 + k2 z)), where D is the gradient of
/// the gated sum over all sites of the node, and k1, k2 carry the batch norm's mean and variance terms.
/// </summary>
internal static unsafe class GateGradient<T>
    where T : struct, ILanes<T>
{
    /// <summary>
    /// W3's gradient is summed in float32 over so many crystals, counted from the start of the batch, and in float64 across such groups.
    /// A group is what one block of a GPU takes: few enough crystals that a batch gives it work for all its cores.
    /// </summary>
    public const int GroupCrystals = 8;

    /// <summary>Computes the gradients of the atom terms and of W3.</summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="upstream">D and the norm's constants.</param>
    /// <param name="derivatives">X | Y, bonds x 2S, from <see cref="GateSum{T}"/>.</param>
    /// <param name="neighbourNode">Per bond, the neighbouring node.</param>
    /// <param name="terms">Scratch for the terms of the largest crystal and, behind them, for their gradients.</param>
    /// <param name="atomGradient">Result, nodes x 4S: the gradients of P | Q.</param>
    /// <param name="weightGradient">Result, Gaussians x 2S: the gradient of W3.</param>
    /// <param name="partial">Scratch, Gaussians x 2S.</param>
    /// <param name="sums">Scratch, Gaussians x 2S.</param>
    public static void Compute(
        in BondLayer layer,
        in GateUpstream upstream,
        float* derivatives,
        int* neighbourNode,
        float* terms,
        float* atomGradient,
        float* weightGradient,
        float* partial,
        double[] sums)
    {
        int width = 2 * layer.Stride, size = layer.Gaussians * width;
        Array.Clear(sums, 0, size);
        new Span<float>(partial, size).Clear();
        for (var start = 0; start < layer.Crystals; start += GroupCrystals)
        {
            var end = Math.Min(layer.Crystals, start + GroupCrystals);
            for (var crystal = start; crystal < end; crystal++)
                Crystal(layer, upstream, crystal, derivatives, neighbourNode, terms, atomGradient, partial);

            // Rows that no distance of the group reaches are zero, and adding zero changes no sum.
            var (low, high) = Reach(layer, layer.DistanceStart[start], layer.DistanceStart[end]);
            var rows = partial + low * width;
            fixed (double* target = sums) LongSums.Add(target + low * width, rows, (high - low) * width);
            new Span<float>(rows, (high - low) * width).Clear();
        }

        fixed (double* source = sums) LongSums.Round(source, weightGradient, size);
    }

    private static void Crystal(
        in BondLayer layer,
        in GateUpstream upstream,
        int crystal,
        float* derivatives,
        int* neighbourNode,
        float* terms,
        float* atomGradient,
        float* partial)
    {
        int width = 2 * layer.Stride, first = layer.DistanceStart[crystal], distances = layer.DistanceStart[crystal + 1] - first;
        layer.ExpandTerms<T>(crystal, terms);
        var termGradient = terms + (long)distances * width;
        new Span<float>(termGradient, distances * width).Clear();
        for (var node = layer.NodeStart[crystal]; node < layer.NodeStart[crystal + 1]; node++)
            new Span<float>(atomGradient + (long)node * 2 * width + width, width).Clear();
        for (var node = layer.NodeStart[crystal]; node < layer.NodeStart[crystal + 1]; node++)
            for (var column = 0; column < layer.Stride; column += T.Count)
                Spread(layer, upstream, node, column, derivatives, neighbourNode, terms, atomGradient, termGradient);
        var expansion = layer.Expansion + (long)first * BondExpansion<T>.Stride;
        BondExpansion<T>.Backward(expansion, layer.FirstGaussian + first, distances, layer.Gaussians, termGradient, width, partial);
    }

    /// <summary>The Gaussians that the windows of some distances reach, first and past the last; none where there is no distance.</summary>
    private static (int Low, int High) Reach(in BondLayer layer, int from, int to)
    {
        if (from == to) return (0, 0);
        int low = int.MaxValue, high = 0;
        for (var d = from; d < to; d++)
        {
            low = Math.Min(low, layer.FirstGaussian[d]);
            high = Math.Max(high, layer.FirstGaussian[d]);
        }

        return (low, high + Math.Min(BondExpansion<T>.Window, layer.Gaussians));
    }

    private static void Spread(
        in BondLayer layer,
        in GateUpstream upstream,
        int node,
        int column,
        float* derivatives,
        int* neighbourNode,
        float* terms,
        float* atomGradient,
        float* termGradient)
    {
        int stride = layer.Stride, width = 2 * stride, end = layer.BondStart[node + 1];
        var own = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width + column;
        T pF = T.Load(own), pC = T.Load(own + stride);
        var upstreamSum = T.Load(upstream.SumGradient + (long)node * stride + column);
        T scaledF = T.Load(upstream.Scale + column) * upstreamSum, scaledC = T.Load(upstream.Scale + stride + column) * upstreamSum;
        var multiplicity = T.All(0) - T.All(layer.Multiplicity[node]);
        T m1F = multiplicity * T.Load(upstream.K1 + column), m1C = multiplicity * T.Load(upstream.K1 + stride + column);
        T m2F = multiplicity * T.Load(upstream.K2 + column), m2C = multiplicity * T.Load(upstream.K2 + stride + column);
        var neighbourTerms = layer.AtomTerms + width + column;
        var neighbourGradients = atomGradient + width + column;
        T sumF = T.All(0), sumC = sumF;
        for (var bond = layer.BondStart[node]; bond < end; bond++)
        {
            var distance = (long)layer.Distance[bond] * width + column;
            float* q = neighbourTerms + (long)layer.NeighbourRow[bond] * 2 * width, t = terms + distance;
            T zF = pF + T.Load(q) + T.Load(t), zC = pC + T.Load(q + stride) + T.Load(t + stride);
            var derivative = derivatives + (long)bond * width + column;
            var count = T.All(layer.BondCount[bond]);
            var gradientF = T.FusedMultiplyAdd(scaledF, T.Load(derivative), T.FusedMultiplyAdd(m2F, zF, m1F)) * count;
            var gradientC = T.FusedMultiplyAdd(scaledC, T.Load(derivative + stride), T.FusedMultiplyAdd(m2C, zC, m1C)) * count;
            sumF += gradientF;
            sumC += gradientC;
            float* toNeighbour = neighbourGradients + (long)neighbourNode[bond] * 2 * width, toTerm = termGradient + distance;
            (T.Load(toNeighbour) + gradientF).Store(toNeighbour);
            (T.Load(toNeighbour + stride) + gradientC).Store(toNeighbour + stride);
            (T.Load(toTerm) + gradientF).Store(toTerm);
            (T.Load(toTerm + stride) + gradientC).Store(toTerm + stride);
        }

        var ownGradient = atomGradient + (long)node * 2 * width + column;
        sumF.Store(ownGradient);
        sumC.Store(ownGradient + stride);
    }
}
