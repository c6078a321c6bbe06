namespace Tomography.Learning.Kernels;

/// <summary>
/// T = W3 u(d), the bond term of a convolution per distinct distance, and its gradient. Only <see cref="Window"/> Gaussians around a
/// distance count: those left out are at least 5 steps away, below exp(-5^2) = 1.4e-11, far under float32 resolution (6e-8).
/// </summary>
internal static unsafe class BondExpansion<T>
    where T : struct, ILanes<T>
{
    /// <summary>Gaussians taken per distance.</summary>
    public const int Window = 10;

    /// <summary>Floats from distance to distance in an expansion.</summary>
    public const int Stride = 16;

    /// <summary>Evaluates the Gaussians of the window of each distance.</summary>
    /// <param name="offsets">Per distance, its position relative to the centre of its window's first Gaussian, in steps.</param>
    /// <param name="count">Number of distances.</param>
    /// <param name="basisCount">Gaussians of the basis; a window reaches no further.</param>
    /// <param name="expansion">Result: count x <see cref="Stride"/>, zero past the window.</param>
    public static void Expand(float* offsets, int count, int basisCount, float* expansion)
    {
        var window = Math.Min(Window, basisCount);
        var centres = stackalloc float[Stride];
        for (var k = 0; k < Stride; k++) centres[k] = k;
        for (var d = 0; d < count; d++)
        {
            var row = expansion + (long)d * Stride;
            for (var k = 0; k < Stride; k += T.Count)
            {
                var x = T.All(offsets[d]) - T.Load(centres + k);
                Transcendental.ExpOfMinus(x * x).Store(row + k);
            }

            for (var k = window; k < Stride; k++) row[k] = 0;
        }
    }

    /// <summary>T: count x width, from the expansion and W3 (Gaussians x width).</summary>
    public static void Forward(float* expansion, int* first, int count, int basisCount, float* weights, int width, float* terms)
    {
        var window = Math.Min(Window, basisCount);
        for (var d = 0; d < count; d++)
        {
            var u = expansion + (long)d * Stride;
            var w = weights + first[d] * width;
            var row = terms + (long)d * width;
            if (window == Window)
            {
                T u0 = T.All(u[0]), u1 = T.All(u[1]), u2 = T.All(u[2]), u3 = T.All(u[3]), u4 = T.All(u[4]), u5 = T.All(u[5]);
                T u6 = T.All(u[6]), u7 = T.All(u[7]), u8 = T.All(u[8]), u9 = T.All(u[9]);
                for (var column = 0; column < width; column += T.Count)
                {
                    var p = w + column;
                    var sum = u0 * T.Load(p);
                    sum = T.FusedMultiplyAdd(u1, T.Load(p + width), sum);
                    sum = T.FusedMultiplyAdd(u2, T.Load(p + 2 * width), sum);
                    sum = T.FusedMultiplyAdd(u3, T.Load(p + 3 * width), sum);
                    sum = T.FusedMultiplyAdd(u4, T.Load(p + 4 * width), sum);
                    sum = T.FusedMultiplyAdd(u5, T.Load(p + 5 * width), sum);
                    sum = T.FusedMultiplyAdd(u6, T.Load(p + 6 * width), sum);
                    sum = T.FusedMultiplyAdd(u7, T.Load(p + 7 * width), sum);
                    sum = T.FusedMultiplyAdd(u8, T.Load(p + 8 * width), sum);
                    sum = T.FusedMultiplyAdd(u9, T.Load(p + 9 * width), sum);
                    sum.Store(row + column);
                }
            }
            else
            {
                for (var column = 0; column < width; column += T.Count)
                {
                    var sum = T.All(u[0]) * T.Load(w + column);
                    for (var k = 1; k < window; k++) sum = T.FusedMultiplyAdd(T.All(u[k]), T.Load(w + k * width + column), sum);
                    sum.Store(row + column);
                }
            }
        }
    }

    /// <summary>Adds u(d) times the gradient of each term to the gradient of W3.</summary>
    public static void Backward(float* expansion, int* first, int count, int basisCount, float* termGradients, int width, float* gradient)
    {
        var window = Math.Min(Window, basisCount);
        for (var d = 0; d < count; d++)
        {
            var u = expansion + (long)d * Stride;
            var target = gradient + first[d] * width;
            var source = termGradients + (long)d * width;
            for (var k = 0; k < window; k++, target += width)
            {
                var factor = T.All(u[k]);
                for (var column = 0; column < width; column += T.Count)
                    T.FusedMultiplyAdd(factor, T.Load(source + column), T.Load(target + column)).Store(target + column);
            }
        }
    }
}
