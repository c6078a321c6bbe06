namespace Tomography.Analysis;

/// <summary>Which regime a lattice is in.</summary>
/// <param name="Scores">The score of each regime.</param>
/// <param name="Primary">The regime with the highest score.</param>
/// <param name="RunnerUp">The regime with the next highest score.</param>
/// <param name="Margin">Score of the first less that of the second, in 0..1: how far apart they are.</param>
public sealed record RegimeAssessment(RegimeScores Scores, Regime Primary, Regime RunnerUp, double Margin);
