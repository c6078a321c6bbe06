namespace Tomography.Analysis;

/// <summary>Mean and spread of what several models predict of one crystal.</summary>
public static class Ensemble
{
    /// <summary>The mean.</summary>
    /// <param name="predicted">The predictions, at least one.</param>
    public static double Mean(IReadOnlyList<double> predicted)
    {
        var sum = 0.0;
        foreach (var value in predicted) sum += value;
        return sum / predicted.Count;
    }

    /// <summary>The noise that several models tell: the root of its mean square; null where they tell none.</summary>
    /// <param name="deviations">What each tells, in any unit.</param>
    public static double? Noise(IReadOnlyList<double> deviations)
    {
        if (deviations.Count == 0) return null;
        var squares = 0.0;
        foreach (var value in deviations) squares += value * value;
        return Math.Sqrt(squares / deviations.Count);
    }

    /// <summary>The standard deviation, divided by models - 1; null for one model.</summary>
    /// <param name="predicted">The predictions, at least one.</param>
    public static double? Spread(IReadOnlyList<double> predicted)
    {
        if (predicted.Count < 2) return null;
        var (mean, squares) = (Mean(predicted), 0.0);
        foreach (var value in predicted) squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (predicted.Count - 1));
    }
}
