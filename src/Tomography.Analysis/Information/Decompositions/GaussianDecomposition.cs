namespace Tomography.Analysis;

/// <summary>Numbers taken as jointly normal by their ranks: the closed form of Barrett (PRE 91, 052802, 2015), without bins.</summary>
/// <remarks>
/// With one target all decompositions whose redundancy depends on the pairs target-source alone have the redundancy
/// min(I(T; S1), I(T; S2)); I(T; S) = -1/2 log2(1 - r²), I(T; S1, S2) = -1/2 log2(1 - R²), R the multiple correlation.
/// </remarks>
internal sealed class GaussianDecomposition : Decomposition
{
    /// <summary>Fewer materials are too few.</summary>
    public const int FewestSamples = 30;

    // What is left of a variance below this is rounding: one number follows from the others, and tells infinitely much.
    private const double Nothing = 1e-9;

    public override DecompositionMethod Method => DecompositionMethod.Gaussian;

    public override Func<DealtTriple, InformationParts?>? For(SourceTriple triple)
    {
        if (!triple.AreNumbers || triple.Samples < FewestSamples) return null;
        var (target, first, second) = triple.Scores();
        var ofSecond = Correlation(target, second);
        return samples =>
        {
            var dealt = Array.ConvertAll(samples.Order, place => first[place]);
            return Of(Correlation(target, dealt), ofSecond, Correlation(dealt, second));
        };
    }

    /// <summary>The parts from correlations.</summary>
    /// <param name="first">Of target and first source, -1 to 1.</param>
    /// <param name="second">Of target and second source.</param>
    /// <param name="sources">Of the sources.</param>
    /// <returns>The parts in bits; null where the target follows from the sources, and no part is finite.</returns>
    public static InformationParts? Of(double first, double second, double sources)
    {
        var left = 1 - sources * sources;
        // Sources that are one and the same tell together what one of them tells.
        var explained = left < Nothing
            ? Math.Max(first * first, second * second)
            : (first * first + second * second - 2 * first * second * sources) / left;
        if (1 - explained < Nothing) return null;
        var (ofFirst, ofSecond) = (Bits(first * first), Bits(second * second));
        return InformationParts.Of(Math.Min(ofFirst, ofSecond), ofFirst, ofSecond, Math.Max(Bits(explained), Math.Max(ofFirst, ofSecond)));
    }

    private static double Bits(double explained) => -0.5 * Math.Log2(1 - explained);

    // 0 where one is constant. Scores have the mean 0 but for ties.
    private static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var place = 0; place < x.Length; place++)
        {
            var (dx, dy) = (x[place] - meanX, y[place] - meanY);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return xx > 0 && yy > 0 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : 0;
    }
}
