namespace Tomography.Analysis;

/// <summary>The formulas of importance.</summary>
internal static class ImportanceMeasure
{
    /// <summary>The form of [T]: 100 (mean augmented / mean baseline - 1), with 100 (max augmented / min baseline - 1) above it and
    /// 100 (min augmented / max baseline - 1) below.</summary>
    /// <remarks>
    /// Division, subtraction and product are rounded monotonically, so lower, change and upper are in order to the last bit.
    /// </remarks>
    /// <param name="baseline">Test errors of the baseline, one per seed; at least 0.</param>
    /// <param name="augmented">Test errors of the augmented model, one per seed, of the same seeds.</param>
    public static ImportanceValue Pooled(IReadOnlyList<double> baseline, IReadOnlyList<double> augmented)
    {
        if (baseline.Count == 0 || augmented.Count == 0) return ImportanceValue.None(MissingReason.NoCommonSeed);
        var without = ErrorRange.Of(baseline);
        var with = ErrorRange.Of(augmented);
        return Finite(new(Percent(with.Mean, without.Mean), Percent(with.Max, without.Min), Percent(with.Min, without.Max)));
    }

    /// <summary>The paired form: 100 (augmented / baseline - 1) per seed; mean, largest and smallest.</summary>
    /// <param name="pairs">Test errors of both models, one pair per seed that has both; at least 0.</param>
    public static ImportanceValue Paired(IReadOnlyList<(double Baseline, double Augmented)> pairs)
    {
        if (pairs.Count == 0) return ImportanceValue.None(MissingReason.NoCommonSeed);
        if (pairs.Any(pair => pair.Baseline == 0)) return ImportanceValue.None(MissingReason.VanishingBaseline);
        var changes = ErrorRange.Of([.. pairs.Select(pair => Percent(pair.Augmented, pair.Baseline))]);
        return Finite(new(changes.Mean, changes.Max, changes.Min));
    }

    /// <summary>augmented / baseline - 1.</summary>
    internal static double Change(double augmented, double baseline) => augmented / baseline - 1;

    private static double Percent(double augmented, double baseline) => 100 * Change(augmented, baseline);

    private static ImportanceValue Finite(PercentChange percent) =>
        double.IsFinite(percent.Change) && double.IsFinite(percent.Upper) && double.IsFinite(percent.Lower)
            ? ImportanceValue.Of(percent)
            : ImportanceValue.None(MissingReason.VanishingBaseline);
}
