namespace Tomography.Learning.Kernels;

/// <summary>
/// The gradient of z per bond, spread at once to where z came from: dz = c (scale D (X | Y) - m (k1 + k2 z)), where D is the gradient of the gated
/// sum over all sites of the node, and k1, k2 carry the batch norm's mean and variance terms.
/// </summary>
internal static unsafe class GateGradient<T>
    where T : struct, ILanes<T>
{
    /// <summary>Adds to the gradients of the atom terms and bond terms.</summary>
    /// <param name="layer">The convolution.</param>
    /// <param name="sumGradient">D, nodes x S.</param>
    /// <param name="derivatives">X | Y, bonds x 2S, from <see cref="GateSum{T}"/>.</param>
    /// <param name="scale">2S.</param>
    /// <param name="k1">2S.</param>
    /// <param name="k2">2S.</param>
    /// <param name="neighbourNode">Per bond, the neighbouring node.</param>
    /// <param name="atomGradient">Nodes x 4S, cleared by the caller: gradients of P | Q are added.</param>
    /// <param name="bondGradient">Distances x 2S, cleared by the caller: gradients of T are added.</param>
    public static void Compute(
        in BondLayer layer, float* sumGradient, float* derivatives, float* scale, float* k1, float* k2, int* neighbourNode, float* atomGradient, float* bondGradient)
    {
        int stride = layer.Stride, width = 2 * stride;
        for (var node = 0; node < layer.Nodes; node++)
        {
            int start = layer.BondStart[node], end = layer.BondStart[node + 1];
            var own = layer.AtomTerms + (long)layer.NodeRow[node] * 2 * width;
            var ownGradient = atomGradient + (long)node * 2 * width;
            var multiplicity = T.All(layer.Multiplicity[node]);
            for (var column = 0; column < width; column += T.Count)
            {
                var upstream = T.Load(scale + column) * T.Load(sumGradient + (long)node * stride + (column < stride ? column : column - stride));
                T m1 = T.All(0) - multiplicity * T.Load(k1 + column), m2 = T.All(0) - multiplicity * T.Load(k2 + column);
                var p = T.Load(own + column);
                var sum = T.Load(ownGradient + column);
                for (var bond = start; bond < end; bond++)
                {
                    var z = p + T.Load(layer.AtomTerms + (long)layer.NeighbourRow[bond] * 2 * width + width + column)
                        + T.Load(layer.BondTerms + (long)layer.Distance[bond] * width + column);
                    var gradient = T.FusedMultiplyAdd(upstream, T.Load(derivatives + (long)bond * width + column), T.FusedMultiplyAdd(m2, z, m1))
                        * T.All(layer.BondCount[bond]);
                    sum += gradient;
                    var toNeighbour = atomGradient + (long)neighbourNode[bond] * 2 * width + width + column;
                    (T.Load(toNeighbour) + gradient).Store(toNeighbour);
                    var toBond = bondGradient + (long)layer.Distance[bond] * width + column;
                    (T.Load(toBond) + gradient).Store(toBond);
                }

                sum.Store(ownGradient + column);
            }
        }
    }
}
