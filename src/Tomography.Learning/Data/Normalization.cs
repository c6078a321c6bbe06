namespace Tomography.Learning;

/// <summary>An affine map that gives values mean 0 and standard deviation 1.</summary>
/// <param name="Mean">Mean of the values.</param>
/// <param name="StandardDeviation">Sample standard deviation (n - 1) of the values; 1 where they do not vary.</param>
public readonly record struct Normalization(double Mean, double StandardDeviation)
{
    /// <summary>The normalisation of some of the values.</summary>
    /// <param name="values">Values per material, finite.</param>
    /// <param name="scope">The materials that count, at least one.</param>
    /// <exception cref="ArgumentException">No material counts.</exception>
    public static Normalization Of(IReadOnlyList<double> values, IReadOnlyCollection<int> scope)
    {
        if (scope.Count == 0) throw new ArgumentException("Nothing to normalise by.", nameof(scope));
        // In the order of the scope, one after the other: the last bit of the sums belongs to the result.
        double sum = 0, squares = 0;
        foreach (var i in scope) sum += values[i];
        var mean = sum / scope.Count;
        foreach (var i in scope) squares += (values[i] - mean) * (values[i] - mean);
        var deviation = scope.Count > 1 ? Math.Sqrt(squares / (scope.Count - 1)) : 0;
        return new(mean, deviation > 1e-12 * Math.Max(1, Math.Abs(mean)) ? deviation : 1);
    }

    /// <summary>A value in units of standard deviations from the mean.</summary>
    public double Apply(double value) => (value - Mean) / StandardDeviation;

    /// <summary>The value that <see cref="Apply"/> maps to <paramref name="normalized"/>.</summary>
    public double Invert(double normalized) => normalized * StandardDeviation + Mean;
}
