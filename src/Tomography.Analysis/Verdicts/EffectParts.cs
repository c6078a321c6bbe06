namespace Tomography.Analysis;

/// <summary>An effect before its variance is put together.</summary>
/// <param name="Change">Relative change of the mean absolute error.</param>
/// <param name="Sampling">Variance because other crystals might have been the test crystals.</param>
/// <param name="Learnt">The part of it by which formulas differ, of those that the models learn from as well.</param>
/// <param name="Training">
/// Variance of one seed beyond that: other training crystals, initial weights and order. Where formulas are many, an estimate nearly
/// without bias, so that it is below 0 where seeds happen to differ less than their crystals explain.
/// </param>
/// <param name="TestToTrain">Test crystals over training crystals: how much the training parts of seeds have in common.</param>
/// <param name="Clusters">
/// How many formulas of equally many test crystals and equal errors would be as much evidence as those that there are; at least 1.
/// </param>
/// <param name="Seeds">Seeds.</param>
/// <param name="Crystals">Different test crystals.</param>
/// <param name="Improved">Share of the crystals with a smaller error.</param>
/// <param name="LeastZ">The most negative change of a seed, in standard errors by its own crystals.</param>
/// <param name="MostZ">The most positive change of a seed, in standard errors by its own crystals.</param>
public sealed record EffectParts(
    double Change, double Sampling, double Learnt, double Training, double TestToTrain, double Clusters, int Seeds, int Crystals,
    double Improved, double LeastZ, double MostZ)
{
    /// <summary>Whether every number is one.</summary>
    public bool IsFinite => double.IsFinite(Change + Sampling + Learnt + Training + TestToTrain + Improved + LeastZ + MostZ);
}
