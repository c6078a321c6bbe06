namespace Tomography.Analysis;

/// <summary>Says what the errors of baselines and the ceiling of composition allow to say.</summary>
public static class CeilingJudge
{
    /// <summary>Fewer seeds of a baseline say nothing.</summary>
    public const int FewestSeeds = 3;

    private const double Far = 1.5;

    /// <summary>How a baseline stands to the ceiling.</summary>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="baseline">The error of the baseline on test crystals with polymorphs: others may be easier or harder.</param>
    public static CeilingClaim Of(CompositionCeiling ceiling, PolymorphError baseline)
    {
        if (ceiling is not { IsKnown: true, LeaveOneOut: { } above, Least: { } below }) return CeilingClaim.TooFewPolymorphs;
        if (baseline.Mae is not { } error || baseline.Seeds < FewestSeeds) return CeilingClaim.TooFewSeeds;
        return error.Max < below.Low ? CeilingClaim.Beyond
            : error.Min > Far * above.High ? CeilingClaim.FarAbove
            : error.Min > above.High ? CeilingClaim.Above
            : CeilingClaim.Near;
    }
}
