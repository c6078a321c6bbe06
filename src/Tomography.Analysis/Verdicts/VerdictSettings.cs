namespace Tomography.Analysis;

/// <summary>When a verdict is given.</summary>
public sealed record VerdictSettings
{
    /// <summary>The smallest relative change that matters, as a fraction: an effect within it is nothing; above 0.</summary>
    public double SmallestEffect { get; init; } = 0.05;

    /// <summary>The share of false claims among the claims of a report, above 0, below 1.</summary>
    public double FalseClaims { get; init; } = 0.05;

    /// <summary>Fewer common seeds decide nothing.</summary>
    public int FewestSeeds { get; init; } = 3;

    /// <summary>Fewer test crystals per seed decide nothing.</summary>
    public int FewestTestCrystals { get; init; } = 50;

    /// <summary>
    /// Formulas that are worth no more than so many of equally many test crystals decide nothing: from so few, how formulas differ cannot
    /// be told, and intervals hold too little (docs/evidence.md). Does not count where all crystals have one formula.
    /// </summary>
    public int TooFewFormulas { get; init; } = 4;

    /// <summary>Whether formulas are too few for a conclusion; they are not where nothing is known of them.</summary>
    /// <param name="worth">How many formulas of equally many crystals they are worth.</param>
    public bool AreTooFew(double? worth) => worth <= TooFewFormulas + Rounding;

    // A worth is a sum of shares, which four equal formulas may miss by the last digits.
    private const double Rounding = 1e-6;

    /// <summary>How many times the constant's error is beyond sense; above 1.</summary>
    public double Diverged { get; init; } = 3;
}
