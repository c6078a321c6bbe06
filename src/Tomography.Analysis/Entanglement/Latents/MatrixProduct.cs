using System.Numerics;

namespace Tomography.Analysis;

/// <summary>Products of latent matrices.</summary>
internal static class MatrixProduct
{
    /// <summary>Transposed x times y, d_x rows of d_y numbers: the sum over crystals of the tensor products of their vectors.</summary>
    /// <remarks>
    /// Each entry sums over the crystals in their order, one entry per lane, so that the width of the machine's vectors changes no bit.
    /// </remarks>
    public static double[] SumOfTensorProducts(LatentMatrix x, LatentMatrix y)
    {
        var sums = new double[x.Dimensions * y.Dimensions];
        for (var crystal = 0; crystal < x.Crystals; crystal++)
        {
            var left = x.Row(crystal);
            var right = y.Row(crystal);
            for (var row = 0; row < left.Length; row++) AddScaled(sums.AsSpan(row * right.Length, right.Length), right, left[row]);
        }

        return sums;
    }

    /// <summary>Root of the sum of squares.</summary>
    public static double FrobeniusNorm(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value * value;
        return Math.Sqrt(sum);
    }

    private static void AddScaled(Span<double> sums, ReadOnlySpan<double> values, double factor)
    {
        var lane = 0;
        var factors = new Vector<double>(factor);
        for (; lane + Vector<double>.Count <= sums.Length; lane += Vector<double>.Count)
            (new Vector<double>(sums[lane..]) + new Vector<double>(values[lane..]) * factors).CopyTo(sums[lane..]);
        for (; lane < sums.Length; lane++) sums[lane] += values[lane] * factor;
    }
}
