using System.Collections.Immutable;

namespace Tomography.Analysis;

/// <summary>What can be said of the regime of a lattice.</summary>
/// <param name="Claims">Edges that inform or harm: what the regime stands on.</param>
/// <param name="Judged">Edges that were judged.</param>
/// <param name="Assessment">The scores; null where too few edges inform or harm, since of few edges chance makes any regime.</param>
/// <param name="Shares">How often repetitions of the study show each regime, the likeliest first; empty where it was not tried.</param>
public sealed record RegimeFinding(int Claims, int Judged, RegimeAssessment? Assessment, ImmutableArray<RegimeShare> Shares)
{
    /// <summary>With fewer edges that inform or harm there is no regime.</summary>
    public const int FewestClaims = 5;

    /// <summary>The share of repetitions from which on a regime is announced.</summary>
    public const double Sure = 0.8;

    /// <summary>The regime that is announced: the lattice has it, and so have four of five repetitions at least; null for none.</summary>
    public Regime? Announced =>
        Assessment?.Clear is { } regime && Shares.Any(share => share.Regime == regime && share.Share >= Sure) ? regime : null;

    /// <summary>What can be said of a lattice.</summary>
    /// <param name="measures">Its measures.</param>
    /// <param name="draws">Those of repetitions of the study; none where it was not tried.</param>
    /// <param name="thresholds">Where the rules begin and end to count.</param>
    internal static RegimeFinding Of(LatticeMeasures measures, IReadOnlyList<LatticeMeasures> draws, RegimeThresholds thresholds)
    {
        var assessment = RegimeRules.Assess(measures, thresholds);
        return new(measures.Counts.Claims, measures.Counts.Judged, assessment, assessment is null ? [] :
        [
            .. draws.Select(draw => RegimeRules.Assess(draw, thresholds)?.Clear)
                .GroupBy(regime => regime, (regime, same) => new RegimeShare(regime, (double)same.Count() / draws.Count))
                .OrderByDescending(share => share.Share).ThenBy(share => share.Regime ?? (Regime)int.MaxValue),
        ]);
    }
}
