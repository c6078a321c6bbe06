namespace Tomography.Learning.Kernels;

/// <summary>Sums down the columns of row-wise arrays: float32 within blocks of rows, float64 across them.</summary>
internal static unsafe class ColumnSums<T>
    where T : struct, ILanes<T>
{
    private const int BlockRows = 64;

    /// <summary>sums[c] = sum over rows of a[r][c].</summary>
    public static void Of(float* a, int stride, int rows, int columns, Span<double> sums)
    {
        sums[..columns].Clear();
        var partial = stackalloc float[T.Count];
        for (var column = 0; column < columns; column += T.Count)
        {
            for (var block = 0; block < rows; block += BlockRows)
            {
                var sum = T.All(0);
                var end = Math.Min(rows, block + BlockRows);
                for (var r = block; r < end; r++) sum += T.Load(a + (long)r * stride + column);
                sum.Store(partial);
                for (var i = 0; i < T.Count; i++) sums[column + i] += partial[i];
            }
        }
    }

    /// <summary>sums[c] = sum over rows of a[r][c] b[r][c].</summary>
    public static void OfProducts(float* a, int aStride, float* b, int bStride, int rows, int columns, Span<double> sums)
    {
        sums[..columns].Clear();
        var partial = stackalloc float[T.Count];
        for (var column = 0; column < columns; column += T.Count)
        {
            for (var block = 0; block < rows; block += BlockRows)
            {
                var sum = T.All(0);
                var end = Math.Min(rows, block + BlockRows);
                for (var r = block; r < end; r++)
                    sum = T.FusedMultiplyAdd(T.Load(a + (long)r * aStride + column), T.Load(b + (long)r * bStride + column), sum);
                sum.Store(partial);
                for (var i = 0; i < T.Count; i++) sums[column + i] += partial[i];
            }
        }
    }

    /// <summary>Weighted mean and (biased) variance of each column, in two passes.</summary>
    public static void Moments(float* a, float* weights, double total, int rows, int columns, float* mean, float* variance, double[] sums)
    {
        var partial = stackalloc float[T.Count];
        Array.Clear(sums, 0, 2 * columns);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var column = 0; column < columns; column += T.Count)
            {
                var centre = pass == 0 ? T.All(0) : T.Load(mean + column);
                for (var block = 0; block < rows; block += BlockRows)
                {
                    var sum = T.All(0);
                    var end = Math.Min(rows, block + BlockRows);
                    for (var r = block; r < end; r++)
                    {
                        var x = T.Load(a + (long)r * columns + column) - centre;
                        sum = T.FusedMultiplyAdd(T.All(weights[r]), pass == 0 ? x : x * x, sum);
                    }

                    sum.Store(partial);
                    for (var i = 0; i < T.Count; i++) sums[pass * columns + column + i] += partial[i];
                }
            }

            for (var c = 0; c < columns; c++)
            {
                if (pass == 0) mean[c] = (float)(sums[c] / total);
                else variance[c] = (float)(sums[columns + c] / total);
            }
        }
    }
}
