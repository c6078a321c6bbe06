namespace Tomography.Analysis;

/// <summary>A mean over repeats with its 95 % interval.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Where the interval begins.</param>
/// <param name="High">Where it ends.</param>
public sealed record LoopInterval(double Mean, double Low, double High)
{
    /// <summary>Of values over repeats, by Student's t.</summary>
    /// <param name="values">The values, at least one.</param>
    public static LoopInterval Of(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        if (values.Count < 2) return new(mean, double.NegativeInfinity, double.PositiveInfinity);
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
        var half = StudentT.Quantile975(values.Count - 1) * deviation / Math.Sqrt(values.Count);
        return new(mean, mean - half, mean + half);
    }

    /// <summary>Of ratios over repeats: the geometric mean, by Student's t of their logarithms.</summary>
    /// <param name="ratios">The ratios, above 0, at least one.</param>
    public static LoopInterval OfRatios(IReadOnlyList<double> ratios)
    {
        var logarithms = Of([.. ratios.Select(r => Math.Log(r))]);
        return new(Math.Exp(logarithms.Mean), Math.Exp(logarithms.Low), Math.Exp(logarithms.High));
    }
}
