namespace Tomography.Analysis;

/// <summary>The digamma function of whole numbers: psi(1) = -gamma, psi(n + 1) = psi(n) + 1 / n.</summary>
internal static class Digamma
{
    private const double EulerGamma = 0.57721566490153286;

    /// <summary>psi(0), psi(1), ..., psi(<paramref name="largest"/>); the first is not used.</summary>
    public static double[] Table(int largest)
    {
        var values = new double[Math.Max(largest, 1) + 1];
        values[1] = -EulerGamma;
        for (var n = 1; n < largest; n++) values[n + 1] = values[n] + 1.0 / n;
        return values;
    }
}
