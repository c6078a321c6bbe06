namespace Tomography.Learning;

/// <summary>How far predictions are from what is true.</summary>
public static class Errors
{
    /// <summary>Mean absolute error.</summary>
    /// <param name="predicted">Predictions, at least one.</param>
    /// <param name="actual">What is true, as many.</param>
    public static double MeanAbsolute(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        double sum = 0;
        for (var i = 0; i < predicted.Length; i++) sum += Math.Abs(predicted[i] - actual[i]);
        return sum / predicted.Length;
    }

    /// <summary>
    /// The coefficient of determination, 1 - (squared errors) / (squared deviations from the mean); null where nothing varies.
    /// </summary>
    /// <param name="predicted">Predictions, at least one.</param>
    /// <param name="actual">What is true, as many.</param>
    public static double? R2(ReadOnlySpan<double> predicted, ReadOnlySpan<double> actual)
    {
        double mean = 0, errors = 0, deviations = 0;
        foreach (var value in actual) mean += value;
        mean /= actual.Length;
        for (var i = 0; i < actual.Length; i++)
        {
            errors += (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
            deviations += (actual[i] - mean) * (actual[i] - mean);
        }

        var r2 = 1 - errors / deviations;
        return deviations > 0 && double.IsFinite(r2) ? r2 : null;
    }

    /// <summary>The best constant for the mean absolute error: the median; the mean of the two middle values where there are two.</summary>
    /// <param name="values">At least one value; their order does not matter.</param>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        // Halved first: the sum of two large values may be too large for a number.
        return sorted.Length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }
}
