namespace Tomography.Analysis;

/// <summary>By how many percent a feature changes the test error of a model; negative is an improvement.</summary>
/// <remarks>
/// <see cref="Lower"/> is at most <see cref="Change"/>, and that is at most <see cref="Upper"/>. All are finite and at least -100.
/// </remarks>
/// <param name="Change">The mean change, percent.</param>
/// <param name="Upper">The largest change (for the feature: the worst case), percent.</param>
/// <param name="Lower">The smallest change (for the feature: the best case), percent.</param>
public readonly record struct PercentChange(double Change, double Upper, double Lower)
{
    /// <summary>Whether even the worst case is an improvement ([T]: upper below 0).</summary>
    public bool IsSignificant => Upper < 0;

    /// <summary>Whether even the best case is a deterioration.</summary>
    public bool IsHarmful => Lower > 0;
}
