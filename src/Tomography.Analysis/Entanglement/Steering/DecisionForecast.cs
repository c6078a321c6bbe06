using T = MathNet.Numerics.Distributions.StudentT;

namespace Tomography.Analysis;

/// <summary>
/// The chance that an undecided edge is decided by more seeds or materials, if its true change is the one that was seen: by a claim, where
/// the change is far enough from 0, or by <em>nothing</em>, where the interval lies within the smallest effect.
/// </summary>
/// <param name="verdict">The edge; it has an effect and an outlook with its scatter.</param>
/// <param name="settings">When a verdict is given.</param>
/// <param name="claimed">
/// The share of the edges of the report that would be claims with this one: a claim's chance must be below that share of the 5 % (Benjamini
/// and Hochberg); above 0, at most 1.
/// </param>
internal sealed class DecisionForecast(EdgeVerdict verdict, VerdictSettings settings, double claimed)
{
    private readonly Effect _effect = verdict.Effect!;
    private readonly EdgeOutlook _outlook = verdict.Outlook!;

    /// <summary>The chance with more seeds of the same dataset.</summary>
    /// <param name="more">How many more; at least 1.</param>
    /// <param name="looks">How often the edge will have been looked at by then.</param>
    public double WithSeeds(int more, int looks)
    {
        var seeds = _outlook.Scatter!.Seeds + more;
        // Each new seed tests its share of the crystals that were in no test part yet.
        double all = Math.Max(_outlook.Materials, _effect.Crystals), untested = all - _effect.Crystals;
        var crystals = (all - untested * Math.Pow(1 - Math.Min(1, _outlook.TestCrystals / all), more)) / _effect.Crystals;
        return Chance(_outlook.Scatter.WithSeeds(seeds, crystals), _outlook.AgainstControl?.WithSeeds(seeds, crystals), looks);
    }

    /// <summary>The chance in a new study of as many seeds with more materials.</summary>
    /// <param name="times">How many times as many; at least 1.</param>
    public double WithMaterials(double times) =>
        Chance(Larger(_outlook.Scatter, times)!, Larger(_outlook.AgainstControl, times), looks: 1);

    // Models of so many labels are taught by no more crystals than before: more materials test them only.
    private EffectScatter? Larger(EffectScatter? scatter, double times) =>
        verdict.Labels is null ? scatter?.WithMaterials(times) : scatter?.WithTestCrystals(times);

    private double Chance(EffectScatter scatter, EffectScatter? ofControl, int looks)
    {
        var chance = settings.FalseClaims * claimed / LookCorrection.Cost(looks);
        var claim = Claim(scatter, _effect.Change, chance);
        if (ofControl is not null && verdict.AgainstControl is { } against)
            claim = Math.Sign(against.Change) == Math.Sign(_effect.Change) ? Math.Min(claim, Claim(ofControl, against.Change, chance)) : 0;
        return claim + Nothing(scatter, chance);
    }

    // The estimate lies beyond the critical value, on the side of the truth.
    private static double Claim(EffectScatter scatter, double change, double chance)
    {
        var freedom = scatter.DegreesOfFreedom;
        return T.CDF(0, 1, freedom, Math.Abs(change) / scatter.StandardError - Quantile(freedom, 1 - chance / 2));
    }

    // The estimate lies so close to 0 that its interval does not leave the smallest effect, and is no claim.
    private double Nothing(EffectScatter scatter, double chance)
    {
        var (freedom, error) = (scatter.DegreesOfFreedom, scatter.StandardError);
        var least = settings.SmallestEffect;
        var reach = Math.Min(
            (least - Quantile(freedom, 0.975) * scatter.ErrorOf(least)) / error, Quantile(freedom, 1 - chance / 2));
        if (reach <= 0) return 0;
        var place = _effect.Change / error;
        return T.CDF(0, 1, freedom, reach - place) - T.CDF(0, 1, freedom, -reach - place);
    }

    private static double Quantile(double freedom, double share) => T.InvCDF(0, 1, freedom, share);
}
