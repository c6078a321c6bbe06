namespace Tomography.Analysis;

/// <summary>What it would take to decide an edge: the numbers that more seeds, materials or epochs would change.</summary>
/// <param name="Scatter">Of the effect against the baseline; null where there is none.</param>
/// <param name="AgainstControl">Of the effect against the control; null where there is none.</param>
/// <param name="TestCrystals">Test crystals of a seed, the fewest of all seeds; 0 where no predictions are there.</param>
/// <param name="Materials">Materials that its models stand on; 0 where no model is there.</param>
/// <param name="Convergence">Whether its models were trained long enough; null where no model is there.</param>
internal sealed record EdgeOutlook(
    EffectScatter? Scatter, EffectScatter? AgainstControl, int TestCrystals, int Materials, Convergence? Convergence)
{
    /// <summary>The outlook of an edge whose models are these.</summary>
    public static EdgeOutlook Of(SeedErrors errors, EffectScatter? scatter, EffectScatter? againstControl) => new(
        scatter,
        againstControl,
        errors.Paired.TestCrystals,
        errors.Scores.IsEmpty ? 0 : errors.Scores.Max(s => s.With.Materials),
        errors.Convergence);
}
