namespace Tomography.Learning.Kernels;

/// <summary>The mean over the sites of each crystal, and its gradient.</summary>
internal static unsafe class Pooling<T>
    where T : struct, ILanes<T>
{
    /// <summary>pooled[c] = sum over nodes of m v / sites.</summary>
    public static void Forward(float* v, BatchTopology batch, int stride, float* pooled)
    {
        for (var c = 0; c < batch.Crystals; c++)
        {
            var share = T.All(1 / batch.Sites[c]);
            for (var column = 0; column < stride; column += T.Count)
            {
                var sum = T.All(0);
                for (var node = batch.NodeStart[c]; node < batch.NodeStart[c + 1]; node++)
                    sum = T.FusedMultiplyAdd(T.All(batch.Multiplicity[node]), T.Load(v + (long)node * stride + column), sum);
                (sum * share).Store(pooled + (long)c * stride + column);
            }
        }
    }

    /// <summary>The gradient of v, total over the sites of each node.</summary>
    public static void Backward(float* pooledGradient, BatchTopology batch, int stride, float* gradient)
    {
        for (var c = 0; c < batch.Crystals; c++)
            for (var node = batch.NodeStart[c]; node < batch.NodeStart[c + 1]; node++)
            {
                var share = T.All(batch.Multiplicity[node] / batch.Sites[c]);
                for (var column = 0; column < stride; column += T.Count)
                    (share * T.Load(pooledGradient + (long)c * stride + column)).Store(gradient + (long)node * stride + column);
            }
    }
}
