namespace Tomography.Learning.Tests.Numerics;

/// <summary>The special functions of docs/numerics.md, on one number: each operation is rounded to float32, none is fused.</summary>
internal static class PlainFunctions
{
    public static float Fma(float a, float b, float c) => MathF.FusedMultiplyAdd(a, b, c);

    /// <summary>exp(-y) for y of 0 or more.</summary>
    public static float ExpOfMinus(float y)
    {
        y = 87f < y ? 87f : y;
        var shifted = Fma(y, -1.44269504f, 12582912f);
        var n = shifted - 12582912f;
        var r = Fma(n, 0.693359375f, y);
        r = Fma(n, -2.12194440e-4f, r);
        var p = Fma(r, -1f / 5040, 1f / 720);
        p = Fma(r, p, -1f / 120);
        p = Fma(r, p, 1f / 24);
        p = Fma(r, p, -1f / 6);
        p = Fma(r, p, 0.5f);
        p = Fma(r, p, -1f);
        p = Fma(r, p, 1f);
        return p * BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(shifted) << 23) + (127 << 23));
    }

    /// <summary>log(1 + e) from s = e / (2 + e).</summary>
    public static float LogOfOnePlus(float s)
    {
        var q = s * s;
        var p = Fma(q, 2f / 13, 2f / 11);
        p = Fma(q, p, 2f / 9);
        p = Fma(q, p, 2f / 7);
        p = Fma(q, p, 2f / 5);
        p = Fma(q, p, 2f / 3);
        p = Fma(q, p, 2f);
        return p * s;
    }

    public static (float Value, float Slope) Softplus(float x)
    {
        var e = ExpOfMinus(MathF.Abs(x));
        float onePlus = 1 + e, twoPlus = 2 + e;
        var reciprocal = 1 / (onePlus * twoPlus);
        var slope = (x >= 0 ? 1 : e) * (reciprocal * twoPlus);
        return ((0 > x ? 0 : x) + LogOfOnePlus(e * (reciprocal * onePlus)), slope);
    }

    /// <summary>sigmoid(f), softplus(c) and sigmoid(c), which share one division.</summary>
    public static (float SigmoidFilter, float Core, float SigmoidCore) Gate(float f, float c)
    {
        float eFilter = ExpOfMinus(MathF.Abs(f)), eCore = ExpOfMinus(MathF.Abs(c));
        float onePlusFilter = 1 + eFilter, onePlusCore = 1 + eCore, twoPlusCore = 2 + eCore;
        var both = onePlusCore * twoPlusCore;
        var reciprocal = 1 / (onePlusFilter * both);
        var sigmoidFilter = (f >= 0 ? 1 : eFilter) * (reciprocal * both);
        var ofCore = reciprocal * onePlusFilter;
        var sigmoidCore = (c >= 0 ? 1 : eCore) * (ofCore * twoPlusCore);
        return (sigmoidFilter, (0 > c ? 0 : c) + LogOfOnePlus(eCore * (ofCore * onePlusCore)), sigmoidCore);
    }
}
