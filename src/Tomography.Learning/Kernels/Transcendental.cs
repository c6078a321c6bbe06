using System.Runtime.CompilerServices;

namespace Tomography.Learning.Kernels;

/// <summary>
/// exp, sigmoid and softplus over lanes, from additions, products and one division: the same bits on every machine. What is not a number
/// stays so, that a training which diverges is seen to.
/// </summary>
internal static class Transcendental
{
    // Adding 1.5 x 2^23 rounds a float to a whole number and leaves that number in its low bits.
    private const float RoundingShift = 12582912f;
    private const float LogTwoHigh = 0.693359375f; // few bits, so that its product with a whole number is exact
    private const float LogTwoLow = -2.12194440e-4f;

    /// <summary>exp(-y) for y in 0 .. 87 (beyond, exp(-87)); relative error under 4e-7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpOfMinus<T>(T y)
        where T : struct, ILanes<T>
    {
        y = T.Min(T.All(87f), y);
        var shifted = T.FusedMultiplyAdd(y, T.All(-1.44269504f), T.All(RoundingShift));
        var n = shifted - T.All(RoundingShift);
        // exp(-y) = 2^n exp(-r) with r = y + n ln 2, |r| <= ln(2)/2: the Taylor series to r^7 leaves 5e-9.
        var r = T.FusedMultiplyAdd(n, T.All(LogTwoHigh), y);
        r = T.FusedMultiplyAdd(n, T.All(LogTwoLow), r);
        var p = T.FusedMultiplyAdd(r, T.All(-1f / 5040), T.All(1f / 720));
        p = T.FusedMultiplyAdd(r, p, T.All(-1f / 120));
        p = T.FusedMultiplyAdd(r, p, T.All(1f / 24));
        p = T.FusedMultiplyAdd(r, p, T.All(-1f / 6));
        p = T.FusedMultiplyAdd(r, p, T.All(0.5f));
        p = T.FusedMultiplyAdd(r, p, T.All(-1f));
        p = T.FusedMultiplyAdd(r, p, T.All(1f));
        return p * T.PowerOfTwo(shifted);
    }

    /// <summary>log(1 + e) = 2 artanh(s) with s = e / (2 + e), for s in 0 .. 1/3; the series to s^13 leaves 2e-8 of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T LogOfOnePlus<T>(T s)
        where T : struct, ILanes<T>
    {
        var q = s * s;
        var p = T.FusedMultiplyAdd(q, T.All(2f / 13), T.All(2f / 11));
        p = T.FusedMultiplyAdd(q, p, T.All(2f / 9));
        p = T.FusedMultiplyAdd(q, p, T.All(2f / 7));
        p = T.FusedMultiplyAdd(q, p, T.All(2f / 5));
        p = T.FusedMultiplyAdd(q, p, T.All(2f / 3));
        p = T.FusedMultiplyAdd(q, p, T.All(2f));
        return p * s;
    }

    /// <summary>softplus(x) = log(1 + exp(x)) and its derivative sigmoid(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Softplus<T>(T x, out T sigmoid)
        where T : struct, ILanes<T>
    {
        var one = T.All(1f);
        var e = ExpOfMinus(T.Abs(x));
        var onePlus = one + e;
        var twoPlus = T.All(2f) + e;
        var reciprocal = one / (onePlus * twoPlus);
        sigmoid = T.WhereNonNegative(x, one, e) * (reciprocal * twoPlus);
        return T.Max(T.All(0f), x) + LogOfOnePlus(e * (reciprocal * onePlus));
    }

    /// <summary>sigmoid(f) and softplus(c) with sigmoid(c), sharing one division.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Gate<T>(T f, T c, out T sigmoidFilter, out T sigmoidCore)
        where T : struct, ILanes<T>
    {
        var one = T.All(1f);
        var zero = T.All(0f);
        var eFilter = ExpOfMinus(T.Abs(f));
        var eCore = ExpOfMinus(T.Abs(c));
        var onePlusFilter = one + eFilter;
        var onePlusCore = one + eCore;
        var twoPlusCore = T.All(2f) + eCore;
        var core = onePlusCore * twoPlusCore;
        var reciprocal = one / (onePlusFilter * core);
        sigmoidFilter = T.WhereNonNegative(f, one, eFilter) * (reciprocal * core);
        var reciprocalCore = reciprocal * onePlusFilter;
        sigmoidCore = T.WhereNonNegative(c, one, eCore) * (reciprocalCore * twoPlusCore);
        return T.Max(zero, c) + LogOfOnePlus(eCore * (reciprocalCore * onePlusCore));
    }
}
