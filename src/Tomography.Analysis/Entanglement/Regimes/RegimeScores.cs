namespace Tomography.Analysis;

/// <summary>How much a lattice is of each regime. Each score is in 0..1, and together they are at most 1.</summary>
/// <param name="Sparse">Score of <see cref="Regime.Sparse"/>.</param>
/// <param name="Structured">Score of <see cref="Regime.Structured"/>.</param>
/// <param name="Dense">Score of <see cref="Regime.Dense"/>.</param>
/// <param name="Asymmetric">Score of <see cref="Regime.Asymmetric"/>.</param>
/// <param name="Dynamic">Score of <see cref="Regime.Dynamic"/>.</param>
/// <param name="Pathological">Score of <see cref="Regime.Pathological"/>.</param>
public sealed record RegimeScores(double Sparse, double Structured, double Dense, double Asymmetric, double Dynamic, double Pathological)
{
    /// <summary>The score of a regime.</summary>
    public double this[Regime regime] => regime switch
    {
        Regime.Sparse => Sparse,
        Regime.Structured => Structured,
        Regime.Dense => Dense,
        Regime.Asymmetric => Asymmetric,
        Regime.Dynamic => Dynamic,
        Regime.Pathological => Pathological,
        _ => throw new ArgumentOutOfRangeException(nameof(regime), regime, "Not a regime."),
    };
}
