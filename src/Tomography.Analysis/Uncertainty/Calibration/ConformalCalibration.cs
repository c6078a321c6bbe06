namespace Tomography.Analysis;

/// <summary>
/// Intervals by split conformal prediction: scores are errors divided by what the error model expects, so that crystals on which models
/// disagree get wider intervals. Crystals of a group that is large enough have a quantile of their own (Mondrian).
/// </summary>
internal sealed class ConformalCalibration
{
    private readonly double[] _all;
    private readonly Dictionary<string, double[]> _groups;

    /// <summary>Calibrates by crystals.</summary>
    /// <param name="crystals">The crystals, at least one.</param>
    /// <param name="usesSpread">Whether every crystal has a spread.</param>
    /// <param name="groupOf">The group of a crystal; null for none.</param>
    /// <param name="usesTold">Whether what models say of the noise of a crystal is used.</param>
    public ConformalCalibration(
        IReadOnlyCollection<UnseenCrystal> crystals, bool usesSpread, Func<UnseenCrystal, string?>? groupOf = null, bool usesTold = false)
    {
        Errors = ErrorModel.Of(crystals, usesSpread, usesTold);
        _all = [.. crystals.Select(Score).Order()];
        _groups = groupOf is null
            ? []
            : crystals.Where(c => groupOf(c) is not null).GroupBy(c => groupOf(c)!, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(Score).Order().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What error is expected of a crystal.</summary>
    public ErrorModel Errors { get; }

    /// <summary>How far an interval reaches to either side; null where there are too few crystals for the level.</summary>
    /// <param name="spread">The spread of the models on the crystal.</param>
    /// <param name="group">Its group; null for none.</param>
    /// <param name="level">From 0 to 1.</param>
    /// <param name="told">What the models say of its noise.</param>
    public double? Reach(double? spread, string? group, double level, double? told = null)
    {
        var own = group is not null && _groups.TryGetValue(group, out var scores) ? ConformalQuantile.Of(scores, level) : null;
        return (own ?? ConformalQuantile.Of(_all, level)) * Errors.Sigma(spread, told);
    }

    /// <summary>The error of a crystal in multiples of what is expected of it.</summary>
    public double Score(UnseenCrystal crystal) => crystal.Error / Errors.Sigma(crystal.Spread, crystal.Noise);
}
