namespace Tomography.Analysis;

/// <summary>Which regime the measures of a lattice speak for.</summary>
/// <param name="Scores">The score of each regime.</param>
/// <param name="Primary">The regime with the highest score.</param>
/// <param name="RunnerUp">The regime with the next highest score.</param>
/// <param name="Margin">Score of the first less that of the second, in 0..1: how far apart they are.</param>
public sealed record RegimeAssessment(RegimeScores Scores, Regime Primary, Regime RunnerUp, double Margin)
{
    private const double LeastScore = 0.4;
    private const double LeastMargin = 0.1;

    /// <summary>The first regime where it can be named; null where its score hardly leads, or leads at a low level.</summary>
    public Regime? Clear => Margin >= LeastMargin && Scores[Primary] >= LeastScore ? Primary : null;
}
