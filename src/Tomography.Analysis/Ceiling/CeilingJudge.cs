namespace Tomography.Analysis;

/// <summary>Says what the errors of baselines and the ceiling of composition allow to say.</summary>
public static class CeilingJudge
{
    /// <summary>Fewer seeds of a baseline say nothing.</summary>
    public const int FewestSeeds = 3;

    private const double Far = 1.5;

    /// <summary>How a baseline stands to the ceiling.</summary>
    /// <remarks>
    /// The ceiling is measured on materials with polymorphs, the baseline on the test part, which may be easier or harder. So each claim
    /// must hold twice: for the errors as they are, and as shares of the error that the best constant makes on the same materials.
    /// </remarks>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="baseline">The baseline of the same target.</param>
    public static CeilingClaim Of(CompositionCeiling ceiling, BaselineError baseline)
    {
        if (ceiling is not { IsKnown: true, LeaveOneOut: { } above, Least: { } below }) return CeilingClaim.TooFewPolymorphs;
        if (baseline.TestMae is not { } error || baseline.Seeds < FewestSeeds) return CeilingClaim.TooFewSeeds;
        // The factor that makes both constants alike; 1 where there is none to compare.
        var scale = ceiling.ConstantMae is > 0 and var there && baseline.ConstantMae is > 0 and var here ? there / here : 1;
        var (smallest, largest) = (error.Min * Math.Min(1, scale), error.Max * Math.Max(1, scale));
        return largest < below.Low ? CeilingClaim.Beyond
            : smallest > Far * above.High ? CeilingClaim.FarAbove
            : smallest > above.High ? CeilingClaim.Above
            : CeilingClaim.Near;
    }
}
