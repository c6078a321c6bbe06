namespace Tomography.Analysis;

/// <summary>What an extra property does to the error, as it is expected of another dataset of this size.</summary>
/// <param name="Change">Relative change of the mean absolute error, as a fraction: -0.1 is a tenth less; at least -1.</param>
/// <param name="StandardError">Standard error of it, as a fraction; above 0.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of Student's t for it; at least 1.</param>
/// <param name="Seeds">Seeds behind it.</param>
/// <param name="Crystals">Different test crystals behind it.</param>
/// <param name="Improved">Share of test crystals, over all seeds, whose error became smaller, of those whose error changed; 0 to 1.</param>
public sealed record Effect(double Change, double StandardError, double DegreesOfFreedom, int Seeds, int Crystals, double Improved)
{
    private const double Confidence = 0.975;

    // Kept, since it takes long to compute and stays where an effect is drawn anew.
    private readonly double _quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, DegreesOfFreedom, Confidence);

    /// <summary>Degrees of freedom of Student's t for it; at least 1.</summary>
    public double DegreesOfFreedom { get; } = DegreesOfFreedom;

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Low => Change - Reach;

    /// <summary>Upper end of the 95 % interval.</summary>
    public double High => Change + Reach;

    /// <summary>
    /// Chance of a change at least as far from 0 where the property adds nothing (two-sided), from 0 to 1.
    /// </summary>
    public double PValue =>
        Math.Clamp(2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Change) / StandardError), 0, 1);

    /// <summary>The smallest change that a study like this one finds four times out of five.</summary>
    public double SmallestFound =>
        (_quantile + MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.8)) * StandardError;

    private double Reach => _quantile * StandardError;
}
