using System.Globalization;

namespace Tomography.Phantom;

/// <summary>
/// Functions whose last bit differs between the mathematics libraries of operating systems, from plain double operations,
/// which do not: the phantom promises the same bytes everywhere.
/// </summary>
internal static class PortableMath
{
    private const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;
    private const double InverseSqrtPi = 0.5641895835477562869;

    /// <summary>e to the x for |x| up to 700: x = k ln 2 + r, Taylor series of r, scaled by the power of two.</summary>
    public static double Exp(double x)
    {
        if (x < -700) return 0;
        var k = Math.Round(x / (Ln2High + Ln2Low));
        var r = x - k * Ln2High - k * Ln2Low;
        double term = 1, sum = 1;
        for (var i = 1; i < 20; i++)
        {
            term *= r / i;
            sum += term;
        }

        return Math.ScaleB(sum, (int)k);
    }

    /// <summary>Cosine of an angle in turns: cos(2 pi x).</summary>
    public static double CosineOfTurns(double turns)
    {
        var x = Math.Abs(turns - Math.Round(turns));
        var flip = x > 0.25;
        if (flip) x = 0.5 - x;
        var y = 2 * Math.PI * x;
        double square = y * y, term = 1, sum = 1;
        for (var i = 1; i < 13; i++)
        {
            term *= -square / ((2 * i - 1) * (2 * i));
            sum += term;
        }

        return flip ? -sum : sum;
    }

    /// <summary>
    /// Complementary error function of x at least 0, absolute error below 1e-15: Abramowitz and Stegun 7.1.6 up to 2.5, the
    /// continued fraction 7.1.14 beyond.
    /// </summary>
    public static double Erfc(double x)
    {
        var gauss = Exp(-x * x) * InverseSqrtPi;
        if (x > 2.5)
        {
            var tail = x;
            for (var i = 60; i > 0; i--) tail = x + 0.5 * i / tail;
            return gauss / tail;
        }

        double term = x, sum = x;
        for (var i = 1; term > 1e-18 * sum; i++)
        {
            term *= 2 * x * x / (2 * i + 1);
            sum += term;
        }

        return 1 - 2 * gauss * sum;
    }

    /// <summary>The nearest number of ten significant digits.</summary>
    public static double RoundSignificant(double value) =>
        double.Parse(value.ToString("E9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;

    /// <summary>A whole power by repeated multiplication.</summary>
    public static double Power(double value, int exponent)
    {
        double result = 1;
        for (var i = 0; i < exponent; i++) result *= value;
        return result;
    }
}
