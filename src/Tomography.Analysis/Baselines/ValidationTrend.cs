namespace Tomography.Analysis;

/// <summary>How much the validation error still changes where training ends.</summary>
public static class ValidationTrend
{
    private const int FewestEpochs = 4;

    /// <summary>
    /// The change along a straight line (least squares) through the validation errors of the last fifth of the epochs, as a share of their
    /// mean; negative where the error falls. Null where that fifth has fewer than four epochs, or the errors have no mean above 0.
    /// </summary>
    /// <param name="errors">Validation error after each epoch, in order; at least 0.</param>
    public static double? Of(IReadOnlyList<double> errors)
    {
        var last = errors.Skip(errors.Count - errors.Count / 5).ToArray();
        if (last.Length < FewestEpochs) return null;
        var (mean, middle) = (last.Sum(error => error / last.Length), (last.Length - 1) / 2.0);
        double above = 0, below = 0;
        for (var i = 0; i < last.Length; i++)
        {
            above += (i - middle) * (last[i] - mean);
            below += (i - middle) * (i - middle);
        }

        var trend = above / below * (last.Length - 1) / mean;
        return double.IsFinite(trend) ? trend : null;
    }
}
