namespace Tomography.Analysis;

/// <summary>A mean absolute error.</summary>
/// <param name="Crystals">Of how many crystals.</param>
/// <param name="Mean">The mean, in the target's unit; null where there is no crystal.</param>
/// <param name="Deviation">The standard deviation of the mean, as if crystals were independent; null for fewer than two.</param>
public sealed record MeanError(int Crystals, double? Mean, double? Deviation)
{
    /// <summary>The mean of absolute errors.</summary>
    internal static MeanError Of(IReadOnlyCollection<double> errors)
    {
        if (errors.Count == 0) return new(0, null, null);
        var mean = errors.Sum() / errors.Count;
        return new(
            errors.Count, mean,
            errors.Count < 2 ? null : Math.Sqrt(errors.Sum(e => (e - mean) * (e - mean)) / (errors.Count - 1) / errors.Count));
    }
}
