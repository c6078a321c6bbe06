namespace Tomography.Analysis;

/// <summary>
/// Estimates of mutual information in bits. It is symmetric and never negative; where chance makes an estimate negative, 0 is given.
/// </summary>
internal static class MutualInformation
{
    /// <summary>Neighbours that the nearest-neighbour estimates look at.</summary>
    public const int DefaultNeighbours = 3;

    /// <summary>Two numbers: algorithm 1 of Kraskov, Stögbauer and Grassberger, PRE 69, 066138 (2004), equation 8:
    /// psi(k) + psi(N) - mean of [psi(n_x + 1) + psi(n_y + 1)], with n_x and n_y the points strictly nearer than the k-th neighbour in the
    /// maximum norm.
    /// </summary>
    /// <remarks>
    /// Both are scaled to unit deviation first. Ties are broken by a noise of 1e-8 of a deviation that is always the same, so that many
    /// equal values neither fail nor hide: points of one value are then in random order. A constant tells nothing: 0.</remarks>
    /// <param name="x">The one number per sample; finite.</param>
    /// <param name="y">The other, of the same length.</param>
    /// <param name="neighbours">k; at least 1. Samples no more than that give 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or k is below 1.</exception>
    public static double Ksg(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int neighbours = DefaultNeighbours)
    {
        Check(x, y, neighbours);
        return NotNegative(new KsgEstimate(x, y, neighbours), x.Length);
    }

    /// <summary>
    /// A number and a class: Ross, PLoS ONE 9, e87357 (2014), equation 2: psi(N) + psi(k) - mean of [psi(N_c) + psi(m)], with N_c the
    /// samples of a point's class and m the samples of any class as near as its k-th neighbour of its own class.</summary>
    /// <remarks>
    /// In classes of k samples or fewer k is one less than the class; classes of a single sample have no neighbour and are left out. Ties
    /// are broken as in <see cref="Ksg"/>.
    /// </remarks>
    /// <param name="x">The number per sample; finite.</param>
    /// <param name="classes">Index of the class per sample, of the same length.</param>
    /// <param name="neighbours">k; at least 1.</param>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, or k is below 1.</exception>
    public static double Ross(ReadOnlySpan<double> x, ReadOnlySpan<double> classes, int neighbours = DefaultNeighbours)
    {
        Check(x, classes, neighbours);
        return NotNegative(new RossEstimate(x, classes, neighbours), x.Length);
    }

    /// <summary>
    /// Two classes: H(a) + H(b) - H(a, b) of the observed shares, each entropy corrected by (cells - 1) / 2N (Miller and Madow 1955).
    /// </summary>
    /// <param name="a">Index of the one class per sample.</param>
    /// <param name="b">Index of the other, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ or a value is not finite.</exception>
    public static double PlugIn(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Check(a, b, 1);
        return NotNegative(new PlugInEstimate(a, b), a.Length);
    }

    private static double NotNegative(MutualEstimate estimate, int samples) =>
        Math.Max(0, estimate.Bits(Samples.Unchanged(samples)));

    private static void Check(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int neighbours)
    {
        if (x.Length != y.Length)
            throw new ArgumentException(
                $"There are {x.Length} values of one and {y.Length} of the other; expected as many of both.",
                nameof(y));
        if (neighbours < 1)
            throw new ArgumentException($"The number of neighbours is {neighbours}; expected at least 1.", nameof(neighbours));
        Samples.CheckFinite(x, nameof(x));
        Samples.CheckFinite(y, nameof(y));
    }
}
