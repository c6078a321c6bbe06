namespace Tomography.Learning.Kernels;

/// <summary>
/// The gradient of z per bond, spread at once to where z came from: dz = c (scale D (X | Y) - m (k1 + k2 z)), where D is the gradient of the gated
/// sum over all sites of the node, and k1, k2 carry the batch norm's mean and variance terms.
/// </summary>
internal static unsafe class GateGradient<T>
    where T : struct, ILanes<T>
{
    // After so many distances the float32 sums of W3's gradient are taken over into float64.
    private const int BlockDistances = 512;

    /// <summary>Adds to the gradients of the atom terms, and computes that of W3.</summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="upstream">D and the norm's constants.</param>
    /// <param name="derivatives">X | Y, bonds x 2S, from <see cref="GateSum{T}"/>.</param>
    /// <param name="neighbourNode">Per bond, the neighbouring node.</param>
    /// <param name="terms">Scratch for the terms of the largest crystal and, behind them, for their gradients.</param>
    /// <param name="atomGradient">Nodes x 4S, cleared by the caller: gradients of P | Q are added.</param>
    /// <param name="weightGradient">Result, Gaussians x 2S: the gradient of W3.</param>
    /// <param name="partial">Scratch, Gaussians x 2S.</param>
    /// <param name="sums">Scratch, Gaussians x 2S.</param>
    public static void Compute(
        in BondLayer layer, in GateUpstream upstream, float* derivatives, int* neighbourNode, float* terms, float* atomGradient, float* weightGradient, float* partial, double[] sums)
    {
        int width = 2 * layer.Stride, size = layer.Gaussians * width, pending = 0;
        Array.Clear(sums, 0, size);
        new Span<float>(partial, size).Clear();
        for (var crystal = 0; crystal < layer.Crystals; crystal++)
        {
            int first = layer.DistanceStart[crystal], distances = layer.DistanceStart[crystal + 1] - first;
            layer.ExpandTerms<T>(crystal, terms);
            var termGradient = terms + (long)distances * width;
            new Span<float>(termGradient, distances * width).Clear();
            for (var node = layer.NodeStart[crystal]; node < layer.NodeStart[crystal + 1]; node++)
                for (var column = 0; column < width; column += T.Count)
                    Spread(layer, upstream, node, column, derivatives, neighbourNode, terms, atomGradient, termGradient);
            BondExpansion<T>.Backward(
                layer.Expansion + (long)first * BondExpansion<T>.Stride, layer.FirstGaussian + first, distances, layer.Gaussians, termGradient, width, partial);
            pending += distances;
            if (pending < BlockDistances && crystal < layer.Crystals - 1) continue;
            pending = 0;
            fixed (double* target = sums) LongSums.Add(target, partial, size);
            new Span<float>(partial, size).Clear();
        }

        fixed (double* source = sums) LongSums.Round(source, weightGradient, size);
    }

    private static void Spread(
        in BondLayer layer, in GateUpstream upstream, int node, int column, float* derivatives, int* neighbourNode, float* terms, float* atomGradient, float* termGradient)
    {
        int stride = layer.Stride, width = 2 * stride, start = layer.BondStart[node], end = layer.BondStart[node + 1];
        var ownGradient = atomGradient + (long)node * 2 * width + column;
        var scaled = T.Load(upstream.Scale + column) * T.Load(upstream.SumGradient + (long)node * stride + (column < stride ? column : column - stride));
        var multiplicity = T.All(0) - T.All(layer.Multiplicity[node]);
        T m1 = multiplicity * T.Load(upstream.K1 + column), m2 = multiplicity * T.Load(upstream.K2 + column);
        var p = T.Load(layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width + column);
        var neighbourTerms = layer.AtomTerms + width + column;
        var neighbourGradients = atomGradient + width + column;
        var sum = T.Load(ownGradient);
        for (var bond = start; bond < end; bond++)
        {
            var distance = (long)layer.Distance[bond] * width + column;
            var z = p + T.Load(neighbourTerms + (long)layer.NeighbourRow[bond] * 2 * width) + T.Load(terms + distance);
            var gradient = T.FusedMultiplyAdd(scaled, T.Load(derivatives + (long)bond * width + column), T.FusedMultiplyAdd(m2, z, m1)) * T.All(layer.BondCount[bond]);
            sum += gradient;
            var toNeighbour = neighbourGradients + (long)neighbourNode[bond] * 2 * width;
            (T.Load(toNeighbour) + gradient).Store(toNeighbour);
            (T.Load(termGradient + distance) + gradient).Store(termGradient + distance);
        }

        sum.Store(ownGradient);
    }
}
