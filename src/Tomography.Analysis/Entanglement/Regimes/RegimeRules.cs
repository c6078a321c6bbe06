namespace Tomography.Analysis;

/// <summary>Reads the regime off the measures of a lattice.</summary>
/// <remarks>
/// Each regime has a raw score in 0..1 (r is a <see cref="Ramp"/> of the thresholds):
/// pathological = r(share of decided) r(share of measured); dynamic = r(change beyond seeds (1 + oscillation)), 0 without earlier lattices;
/// asymmetric = r(asymmetry) r(dominance) r(source reach); structured = r(z-score) r(modularity);
/// dense = r(density) (1 - r(hops) / 2); sparse = (1 - r(possible density)) (1 + fragmentation) / 2.
/// A measure that would stand on too little counts 0. Density counts the edges that inform, possible density also the undecided ones that
/// may: a lattice is not sparse where the study could not see.
/// In this order each takes its share of what those before it left: score = raw times the product of (1 - raw) of those before. The order
/// says which finding makes
/// the later ones moot: edges that cannot be trusted and weights that do not stand still say nothing about shape, and a shape with a cause
/// says more than how full it is.
/// Between equal scores the earlier in this order comes first.
/// </remarks>
internal static class RegimeRules
{
    private static readonly Regime[] Order =
    [
        Regime.Pathological,
        Regime.Dynamic,
        Regime.Asymmetric,
        Regime.Structured,
        Regime.Dense,
        Regime.Sparse,
    ];

    /// <summary>Assesses a lattice.</summary>
    /// <param name="measures">Its measures.</param>
    /// <param name="thresholds">Where the rules begin and end to count; null for the defaults.</param>
    /// <returns>Null where fewer than <see cref="RegimeFinding.FewestClaims"/> edges inform or harm.</returns>
    public static RegimeAssessment? Assess(LatticeMeasures measures, RegimeThresholds? thresholds = null)
    {
        if (measures.Counts.Claims < RegimeFinding.FewestClaims) return null;
        var limits = RegimeThresholds.Checked(thresholds);
        var scores = new Dictionary<Regime, double>();
        var left = 1.0;
        foreach (var regime in Order)
        {
            var raw = Raw(regime, measures, limits);
            scores[regime] = left * raw;
            left *= 1 - raw;
        }

        var ranked = Order.OrderByDescending(regime => scores[regime]).ToArray();
        return new(
            new(
                scores[Regime.Sparse],
                scores[Regime.Structured],
                scores[Regime.Dense],
                scores[Regime.Asymmetric],
                scores[Regime.Dynamic],
                scores[Regime.Pathological]),
            ranked[0],
            ranked[1],
            scores[ranked[0]] - scores[ranked[1]]);
    }

    private static double Raw(Regime regime, LatticeMeasures measures, RegimeThresholds limits)
    {
        double Of(Ramp ramp, LatticeMeasure measure) => measures[measure] is { } value ? ramp.Of(value) : 0;
        var filled = limits.Density.Of(measures.Density);
        return regime switch
        {
            Regime.Pathological => limits.PathologicalOfDecided.Of(measures.PathologicalShareOfDecided)
                * limits.Pathological.Of(measures.PathologicalShare),
            Regime.Dynamic => measures[LatticeMeasure.DriftBeyondSeeds] is { } drift
                ? limits.Drift.Of(drift * (1 + (measures[LatticeMeasure.Oscillation] ?? 0)))
                : 0,
            Regime.Asymmetric => Of(limits.Asymmetry, LatticeMeasure.Asymmetry)
                * Of(limits.Dominance, LatticeMeasure.Dominance)
                * Of(limits.SourceReach, LatticeMeasure.SourceReach),
            Regime.Structured => Of(limits.ModularityZScore, LatticeMeasure.ModularityZScore)
                * Of(limits.Modularity, LatticeMeasure.Modularity),
            Regime.Dense => measures.Paths.MeanHops is { } hops ? filled * (1 - limits.Hops.Of(hops) / 2) : 0,
            Regime.Sparse => (1 - limits.Density.Of(measures.PossibleDensity)) * (1 + measures.Fragmentation) / 2,
            _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "Not a regime."),
        };
    }
}
