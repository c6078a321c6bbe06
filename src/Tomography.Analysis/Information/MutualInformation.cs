namespace Tomography.Analysis;

/// <summary>
/// Estimates of mutual information in bits. It is symmetric and never negative; where chance makes an estimate negative, 0 is given.
/// </summary>
internal static class MutualInformation
{
    /// <summary>Neighbours that the nearest-neighbour estimates look at.</summary>
    public const int DefaultNeighbours = 3;

    private const ulong StreamX = 0x6B7367;
    private const ulong StreamY = 0x726F7373;

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
        if (x.Length <= neighbours || Samples.IsConstant(x) || Samples.IsConstant(y)) return 0;
        var xs = Samples.Spread(x, StreamX);
        var ys = Samples.Spread(y, StreamY);
        // Sorted by x, the search for neighbours goes outward from each point.
        Array.Sort(xs, ys);
        var sortedY = (double[])ys.Clone();
        Array.Sort(sortedY);
        var psi = Digamma.Table(x.Length);
        var nearest = new double[neighbours];
        var sum = 0.0;
        for (var point = 0; point < xs.Length; point++)
        {
            var distance = Neighbours.KthDistance(xs, ys, point, nearest);
            sum += psi[Neighbours.Nearer(xs, xs[point], distance) + 1] + psi[Neighbours.Nearer(sortedY, ys[point], distance) + 1];
        }

        return Bits(psi[neighbours] + psi[x.Length] - sum / x.Length);
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
        if (x.Length == 0 || Samples.IsConstant(x)) return 0;
        var spread = Samples.Spread(x, StreamX);
        var members = classes.ToArray()
            .Select((number, place) => (number, value: spread[place]))
            .GroupBy(sample => sample.number, sample => sample.value)
            .OrderBy(group => group.Key)
            .Select(group => group.Order().ToArray())
            .Where(group => group.Length > 1)
            .ToArray();
        var all = members.SelectMany(group => group).Order().ToArray();
        if (members.Length < 2) return 0;
        var psi = Digamma.Table(all.Length);
        var sum = 0.0;
        foreach (var group in members)
        {
            var k = Math.Min(neighbours, group.Length - 1);
            for (var point = 0; point < group.Length; point++)
            {
                var distance = Neighbours.KthDistance(group, point, k);
                // The k-th neighbour itself is one of the m; those strictly nearer are counted, so that rounding cannot lose it.
                sum += psi[k] - psi[group.Length] - psi[Neighbours.Nearer(all, group[point], distance) + 1];
            }
        }

        return Bits(psi[all.Length] + sum / all.Length);
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
        if (a.IsEmpty) return 0;
        var pairs = new (double, double)[a.Length];
        for (var place = 0; place < pairs.Length; place++) pairs[place] = (a[place], b[place]);
        return Bits(Entropy(pairs.Select(pair => pair.Item1)) + Entropy(pairs.Select(pair => pair.Item2)) - Entropy(pairs));
    }

    // Plug-in entropy with the correction, in nats.
    private static double Entropy<T>(IEnumerable<T> samples)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var sample in samples) counts[sample] = counts.GetValueOrDefault(sample) + 1;
        double total = counts.Values.Sum();
        return counts.Values.Order().Sum(count => -count / total * Math.Log(count / total)) + (counts.Count - 1) / (2 * total);
    }

    private static double Bits(double nats) => Math.Max(0, nats / Math.Log(2));

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
