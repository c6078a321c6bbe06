namespace Tomography.Analysis;

/// <summary>
/// Linear centred kernel alignment (Kornblith et al., ICML 2019): |Y'X|^2 / (|X'X| |Y'Y|) in Frobenius norms, with centred columns.
/// </summary>
/// <remarks>It does not change when a side is rotated or scaled. Independent vectors give about d / n, not 0.</remarks>
internal static class LinearCka
{
    /// <summary>Similarity of two sets of latent vectors, in 0..1.</summary>
    /// <param name="x">Latent vectors of one model.</param>
    /// <param name="y">Those of the other, for the same crystals in the same order.</param>
    /// <returns>0 where a side does not vary.</returns>
    /// <exception cref="ArgumentException">The numbers of crystals differ.</exception>
    public static double Of(LatentMatrix x, LatentMatrix y)
    {
        var (left, right) = (new CentredLatents(x), new CentredLatents(y));
        return Of(left, right, left.Product(right));
    }

    internal static double Of(CentredLatents x, CentredLatents y, double[] product)
    {
        if (x.SelfNorm == 0 || y.SelfNorm == 0) return 0;
        var cross = MatrixProduct.FrobeniusNorm(product);
        return Math.Min(1, cross / x.SelfNorm * (cross / y.SelfNorm));
    }
}
