using System.Runtime.Intrinsics;

namespace Tomography.Learning.Kernels;

/// <summary>
/// Takes float32 sums over into float64 ones. Widening and adding are exact per element, so the width of the registers does not matter.
/// </summary>
internal static unsafe class LongSums
{
    /// <summary>sums[i] += values[i].</summary>
    /// <param name="sums">Float64 sums.</param>
    /// <param name="values">Float32 values.</param>
    /// <param name="count">How many, a multiple of 16.</param>
    public static void Add(double* sums, float* values, int count)
    {
        for (var i = 0; i < count; i += Vector256<float>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Load(values + i));
            (Vector256.Load(sums + i) + lower).Store(sums + i);
            (Vector256.Load(sums + i + 4) + upper).Store(sums + i + 4);
        }
    }

    /// <summary>sums[i] += factor values[i]: the product is rounded, then the sum.</summary>
    /// <param name="sums">Float64 sums.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="values">Float32 values.</param>
    /// <param name="count">How many, a multiple of 16.</param>
    public static void AddProducts(double* sums, double factor, float* values, int count)
    {
        var factors = Vector256.Create(factor);
        for (var i = 0; i < count; i += Vector256<float>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Load(values + i));
            (Vector256.Load(sums + i) + factors * lower).Store(sums + i);
            (Vector256.Load(sums + i + 4) + factors * upper).Store(sums + i + 4);
        }
    }

    /// <summary>result[i] = sums[i], rounded.</summary>
    public static void Round(double* sums, float* result, int count)
    {
        for (var i = 0; i < count; i += Vector256<float>.Count)
            Vector256.Narrow(Vector256.Load(sums + i), Vector256.Load(sums + i + 4)).Store(result + i);
    }
}
