namespace Tomography.Analysis;

/// <summary>How often repetitions of a study show a regime.</summary>
/// <param name="Regime">The regime; null for none that is clear.</param>
/// <param name="Share">The share of repetitions, 0..1.</param>
public readonly record struct RegimeShare(Regime? Regime, double Share);
