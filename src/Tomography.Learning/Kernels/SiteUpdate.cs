namespace Tomography.Learning.Kernels;

/// <summary>The end of a convolution, v' = softplus(v + scale s + shift): residual, batch norm over sites, softplus.</summary>
internal static unsafe class SiteUpdate<T>
    where T : struct, ILanes<T>
{
    /// <summary>Forward.</summary>
    /// <param name="v">Atom vectors before, nodes x S.</param>
    /// <param name="sums">Gated sums s, nodes x S.</param>
    /// <param name="scale">S.</param>
    /// <param name="shift">S.</param>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="stride">S.</param>
    /// <param name="result">v', nodes x S.</param>
    /// <param name="slope">Result, softplus' at each place, nodes x S.</param>
    public static void Forward(float* v, float* sums, float* scale, float* shift, int nodes, int stride, float* result, float* slope)
    {
        for (long i = 0; i < (long)nodes * stride; i += stride)
        {
            for (var column = 0; column < stride; column += T.Count)
            {
                var x =
                    T.Load(v + i + column) + T.FusedMultiplyAdd(T.Load(sums + i + column), T.Load(scale + column), T.Load(shift + column));
                Transcendental.Softplus(x, out var sigmoid).Store(result + i + column);
                sigmoid.Store(slope + i + column);
            }
        }
    }

    /// <summary>Backward through the softplus: gradient *= slope.</summary>
    public static void ThroughSoftplus(float* gradient, float* slope, long count)
    {
        for (long i = 0; i < count; i += T.Count) (T.Load(gradient + i) * T.Load(slope + i)).Store(gradient + i);
    }

    /// <summary>Backward through the batch norm: D = scale dx - m (k1 + k2 s), totals over the sites of a node.</summary>
    public static void ThroughNorm(
        float* gradient,
        float* sums,
        float* multiplicity,
        float* scale,
        float* k1,
        float* k2,
        int nodes,
        int stride,
        float* result)
    {
        for (var node = 0; node < nodes; node++)
        {
            var row = (long)node * stride;
            var m = T.All(0) - T.All(multiplicity[node]);
            for (var column = 0; column < stride; column += T.Count)
            {
                var correction = T.FusedMultiplyAdd(T.Load(k2 + column), T.Load(sums + row + column), T.Load(k1 + column));
                T.FusedMultiplyAdd(m, correction, T.Load(scale + column) * T.Load(gradient + row + column)).Store(result + row + column);
            }
        }
    }
}
