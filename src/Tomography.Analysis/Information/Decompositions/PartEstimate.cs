namespace Tomography.Analysis;

/// <summary>One part of the information, beside what chance gives for it.</summary>
/// <param name="Bits">The part, bits, at least 0. Few materials per cell make it too large.</param>
/// <param name="Chance">What it is where the feature's values are shuffled.</param>
public sealed record PartEstimate(double Bits, ChanceLevel Chance)
{
    /// <summary>The part less the mean of the shuffles, bits, at least 0. Parts so corrected do not add up exactly.</summary>
    public double LessChance => Math.Max(0, Bits - Chance.Mean);

    /// <summary>Whether it is below the 95 % of the shuffles. Of parts that are nothing one in twenty lies above.</summary>
    public bool IsNoMoreThanChance => Bits <= Chance.High;
}
