namespace Tomography.Analysis;

/// <summary>Linear centred kernel alignment (Kornblith et al., ICML 2019): |Y'X|^2 / (|X'X| |Y'Y|) in Frobenius norms, with centred columns.</summary>
/// <remarks>It does not change when a side is rotated or scaled. Independent vectors give about d / n, not 0.</remarks>
public static class LinearCka
{
    /// <summary>Similarity of two sets of latent vectors, in 0..1.</summary>
    /// <param name="x">Latent vectors of one model.</param>
    /// <param name="y">Those of the other, for the same crystals in the same order.</param>
    /// <returns>0 where a side does not vary.</returns>
    /// <exception cref="ArgumentException">The numbers of crystals differ.</exception>
    public static double Of(LatentMatrix x, LatentMatrix y)
    {
        LatentCoupling.CheckCrystals(x, y);
        return OfCentred(x.Centred(), SelfNorm(x.Centred()), y.Centred(), SelfNorm(y.Centred()));
    }

    internal static double OfCentred(LatentMatrix x, double xNorm, LatentMatrix y, double yNorm)
    {
        if (xNorm == 0 || yNorm == 0) return 0;
        var cross = Norm(MatrixProduct.SumOfTensorProducts(x, y));
        return Math.Min(1, cross / xNorm * (cross / yNorm));
    }

    internal static double SelfNorm(LatentMatrix centred) => Norm(MatrixProduct.SumOfTensorProducts(centred, centred));

    private static double Norm(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value * value;
        return Math.Sqrt(sum);
    }
}
