namespace Tomography.Analysis;

/// <summary>What a regime means for a study.</summary>
/// <param name="Regime">The regime.</param>
/// <param name="Meaning">What the lattice looks like.</param>
/// <param name="Driver">What usually brings it about.</param>
/// <param name="Benefit">What it gains.</param>
/// <param name="Risk">What it risks.</param>
/// <param name="Action">What to do.</param>
public sealed record RegimeAdvice(Regime Regime, string Meaning, string Driver, string Benefit, string Risk, string Action);
