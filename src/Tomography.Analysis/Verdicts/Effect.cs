namespace Tomography.Analysis;

/// <summary>What an extra property does to the error, as it is expected of another dataset of this size.</summary>
/// <param name="Change">Relative change of the mean absolute error, as a fraction: -0.1 is a tenth less; at least -1.</param>
/// <param name="StandardError">Standard error of it where the property adds nothing, as a fraction; above 0.</param>
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

    /// <summary>
    /// Further variance of an effect of this size, because the models would have learnt from other formulas; at least 0. Of a true effect
    /// it grows with the size, so that it is 0 where a property adds nothing.
    /// </summary>
    public double FormulaVariance { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Low => Change - (Change < 0 ? AwayFromZero : TowardsZero);

    /// <summary>Upper end of the 95 % interval.</summary>
    public double High => Change + (Change < 0 ? TowardsZero : AwayFromZero);

    /// <summary>Standard error of an effect that is as large as this one, as a fraction; above 0.</summary>
    public double FullError => Math.Sqrt(StandardError * StandardError + FormulaVariance);

    /// <summary>
    /// Chance of a change at least as far from 0 where the property adds nothing (two-sided), from 0 to 1.
    /// </summary>
    public double PValue =>
        Math.Clamp(2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Change) / StandardError), 0, 1);

    /// <summary>The smallest change that a study like this one finds four times out of five.</summary>
    public double SmallestFound =>
        (_quantile + MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.8)) * StandardError;

    // The variance of a true effect x is StandardError^2 + FormulaVariance |x / Change|, up to that of an effect as large as this one.
    private double AwayFromZero => _quantile * FullError;

    // The x between 0 and the change that is just far enough from it to be doubted. Without an effect there is no variance of formulas, so
    // that the interval leaves out 0 where the chance is below 5 %, and only there.
    private double TowardsZero
    {
        get
        {
            var share = Square(_quantile / Change);
            var (own, formulas) = (share * StandardError * StandardError, share * FormulaVariance);
            if (!(own < 1)) return _quantile * StandardError;
            return Math.Abs(Change) * (1 - 2 * (1 - own) / (2 + formulas + Math.Sqrt(formulas * (formulas + 4) + 4 * own)));
        }
    }

    private static double Square(double x) => x * x;
}
