namespace Tomography.Learning.Kernels;

/// <summary>
/// The gradient of a weight: G = A^T B, A rows x inputs (activations), B rows x outputs (gradients). Rows are summed in float32 in
/// blocks of <see cref="BlockRows"/>, blocks in float64.
/// </summary>
internal static unsafe class WeightGradient<T>
    where T : struct, ILanes<T>
{
    public const int BlockRows = 128;

    /// <summary>
    /// Computes <paramref name="gradient"/> (inputs x outputs, stride <paramref name="outputs"/>), replacing what it held.
    /// </summary>
    /// <param name="a">Activations.</param>
    /// <param name="aStride">Floats from row to row of A.</param>
    /// <param name="b">Gradients.</param>
    /// <param name="bStride">Floats from row to row of B.</param>
    /// <param name="rows">Rows summed over.</param>
    /// <param name="inputs">Columns of A used.</param>
    /// <param name="outputs">Columns of B used, a multiple of 16.</param>
    /// <param name="gradient">The result.</param>
    /// <param name="partial">Scratch of inputs x outputs floats.</param>
    /// <param name="sums">Scratch of inputs x outputs doubles.</param>
    public static void Compute(
        float* a, int aStride, float* b, int bStride, int rows, int inputs, int outputs, float* gradient, float* partial, double[] sums)
    {
        var size = inputs * outputs;
        Array.Clear(sums, 0, size);
        for (var row = 0; row < rows; row += BlockRows)
        {
            Block(
                a + (long)row * aStride,
                aStride,
                b + (long)row * bStride,
                bStride,
                Math.Min(BlockRows, rows - row),
                inputs,
                outputs,
                partial);
            fixed (double* target = sums)
                LongSums.Add(target, partial, size);
        }

        fixed (double* source = sums) LongSums.Round(source, gradient, size);
    }

    private static void Block(float* a, int aStride, float* b, int bStride, int rows, int inputs, int outputs, float* result)
    {
        var pair = 2 * T.Count;
        var panel = stackalloc float[BlockRows * pair + 16];
        panel = (float*)(((nint)panel + 63) & ~(nint)63);
        for (var column = 0; column < outputs; column += pair)
        {
            var whole = outputs - column >= pair;
            for (var r = 0; r < rows; r++)
            {
                T.Load(b + (long)r * bStride + column).Store(panel + r * pair);
                if (whole) T.Load(b + (long)r * bStride + column + T.Count).Store(panel + r * pair + T.Count);
            }

            var input = 0;
            for (; whole && input + 6 <= inputs; input += 6)
                SixInputs(a + input, aStride, panel, rows, result + input * outputs + column, outputs);
            for (; input < inputs; input++)
            {
                OneInput(a + input, aStride, panel, rows, result + input * outputs + column);
                if (whole) OneInput(a + input, aStride, panel + T.Count, rows, result + input * outputs + column + T.Count);
            }
        }
    }

    private static void SixInputs(float* a, int aStride, float* panel, int rows, float* result, int stride)
    {
        var n = T.Count;
        T c00 = T.All(0),
            c01 = c00,
            c10 = c00,
            c11 = c00,
            c20 = c00,
            c21 = c00,
            c30 = c00,
            c31 = c00,
            c40 = c00,
            c41 = c00,
            c50 = c00,
            c51 = c00;
        for (var r = 0; r < rows; r++, panel += 2 * n, a += aStride)
        {
            T b0 = T.Load(panel), b1 = T.Load(panel + n);
            var x = T.All(a[0]);
            c00 = T.FusedMultiplyAdd(x, b0, c00);
            c01 = T.FusedMultiplyAdd(x, b1, c01);
            x = T.All(a[1]);
            c10 = T.FusedMultiplyAdd(x, b0, c10);
            c11 = T.FusedMultiplyAdd(x, b1, c11);
            x = T.All(a[2]);
            c20 = T.FusedMultiplyAdd(x, b0, c20);
            c21 = T.FusedMultiplyAdd(x, b1, c21);
            x = T.All(a[3]);
            c30 = T.FusedMultiplyAdd(x, b0, c30);
            c31 = T.FusedMultiplyAdd(x, b1, c31);
            x = T.All(a[4]);
            c40 = T.FusedMultiplyAdd(x, b0, c40);
            c41 = T.FusedMultiplyAdd(x, b1, c41);
            x = T.All(a[5]);
            c50 = T.FusedMultiplyAdd(x, b0, c50);
            c51 = T.FusedMultiplyAdd(x, b1, c51);
        }

        c00.Store(result);
        c01.Store(result + n);
        c10.Store(result + stride);
        c11.Store(result + stride + n);
        c20.Store(result + 2 * stride);
        c21.Store(result + 2 * stride + n);
        c30.Store(result + 3 * stride);
        c31.Store(result + 3 * stride + n);
        c40.Store(result + 4 * stride);
        c41.Store(result + 4 * stride + n);
        c50.Store(result + 5 * stride);
        c51.Store(result + 5 * stride + n);
    }

    private static void OneInput(float* a, int aStride, float* panel, int rows, float* result)
    {
        var sum = T.All(0);
        var step = 2 * T.Count;
        for (var r = 0; r < rows; r++, panel += step, a += aStride) sum = T.FusedMultiplyAdd(T.All(*a), T.Load(panel), sum);
        sum.Store(result);
    }
}
