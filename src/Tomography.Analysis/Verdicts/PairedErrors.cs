namespace Tomography.Analysis;

/// <summary>What the errors of paired models come to: all that a verdict needs of single crystals.</summary>
/// <param name="Seeds">Seeds of which the errors of both models are there, on the same crystals.</param>
/// <param name="TestCrystals">Test crystals of a seed, the fewest of these; 0 where there is none.</param>
/// <param name="Parts">The effect of one on the other; null where there are too few seeds for one.</param>
public sealed record PairedErrors(int Seeds, int TestCrystals, EffectParts? Parts)
{
    /// <summary>Of no seed.</summary>
    public static PairedErrors None { get; } = new(0, 0, null);
}
