using System.Runtime.InteropServices;

namespace Tomography.Learning.Cuda.Tests;

/// <summary>Numbers as their bits, for comparisons that know no tolerance.</summary>
internal static class Bits
{
    public static int[] Of(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, int>(values).ToArray();

    public static long[] Of(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, long>(values).ToArray();

    public static long[]? Of(double[]? values) => values is null ? null : Of(values.AsSpan());

    public static long Of(double value) => BitConverter.DoubleToInt64Bits(value);
}
