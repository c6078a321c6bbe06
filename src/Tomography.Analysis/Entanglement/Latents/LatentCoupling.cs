namespace Tomography.Analysis;

/// <summary>How two sets of latent vectors of the same crystals hang together.</summary>
internal static class LatentCoupling
{
    /// <summary>sigma(z_i x z_j) of [P] as one number, in 0..tanh(1) = 0.76.</summary>
    /// <remarks>
    /// [P] leaves open how the matrix becomes a number. Here: C = mean over crystals of the tensor product of the standardised vectors, a
    /// d_i x d_j matrix of correlations in -1..1; sigma = tanh of each entry; the number is the root mean square of the entries. A mean
    /// would let signs cancel that only depend on which way a unit points, and the square gives weight to the few units that do agree.
    /// Independent vectors give about 1 / sqrt(n), not 0.
    /// </remarks>
    /// <param name="x">Latent vectors of one model.</param>
    /// <param name="y">Those of the other, for the same crystals in the same order.</param>
    /// <returns>0 without crystals or where a side has no unit that varies; units without variance are left out.</returns>
    /// <exception cref="ArgumentException">The numbers of crystals differ.</exception>
    public static double Of(LatentMatrix x, LatentMatrix y)
    {
        var (left, right) = (new CentredLatents(x), new CentredLatents(y));
        return Of(left, right, left.Product(right));
    }

    internal static double Of(CentredLatents x, CentredLatents y, double[] product)
    {
        if (product.Length == 0) return 0;
        var squares = 0.0;
        for (var row = 0; row < x.Deviations.Length; row++)
        for (var column = 0; column < y.Deviations.Length; column++)
        {
            var sigma = Math.Tanh(
                product[row * y.Deviations.Length + column] / x.Vectors.Crystals / x.Deviations[row] / y.Deviations[column]);
            squares += sigma * sigma;
        }

        return Math.Sqrt(squares / product.Length);
    }
}
