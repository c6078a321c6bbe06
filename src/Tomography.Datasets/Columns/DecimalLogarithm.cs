using Tomography.Crystals;

namespace Tomography.Datasets;

/// <summary>
/// The decimal logarithm from additions, products and divisions: the C library's would differ from machine to machine, and with it the
/// content of a dataset.
/// </summary>
internal static class DecimalLogarithm
{
    // log10(2) in two parts: the first has few bits, so that its product with an exponent is exact.
    private const double Log2High = 3.01029995663611771306e-01, Log2Low = 3.69423907715893078616e-13;

    // 1 / ln(10).
    private const double PerNatural = 0.43429448190325182765;

    /// <summary>log10(x), within a few units of the last place.</summary>
    /// <param name="x">Above 0, finite.</param>
    public static double Of(double x)
    {
        var exponent = Math.ILogB(x);
        var mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln(m) = 2 artanh(s), s = (m - 1) / (m + 1), |s| < 0.1716: 13 terms leave 1e-21.
        double s = (mantissa - 1) / (mantissa + 1), square = s * s, sum = 0;
        for (var k = 25; k >= 3; k -= 2) sum = (sum + 1.0 / k) * square;
        return exponent * Log2High + (exponent * Log2Low + 2 * PerNatural * (s + s * sum));
    }
}
