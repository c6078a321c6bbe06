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
    /// <summary>From this size on, as a fraction, effects have all of the variance that formulas bring.</summary>
    internal const double Large = 0.1;

    private const double Confidence = 0.975;

    // Kept, since it takes long to compute and stays where an effect is drawn anew.
    private readonly double _quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, DegreesOfFreedom, Confidence);

    /// <summary>Degrees of freedom of Student's t for it; at least 1.</summary>
    public double DegreesOfFreedom { get; } = DegreesOfFreedom;

    /// <summary>
    /// Further variance of an effect of a tenth and more, because the models would have learnt from other formulas; at least 0. Of smaller
    /// effects it is less in proportion, so that it is 0 where a property adds nothing.
    /// </summary>
    public double FormulaVariance { get; init; }

    /// <summary>Lower end of the 95 % interval; at least -1, for no error is less than nothing.</summary>
    public double Low => Math.Max(-1, Change - (Change < 0 ? AwayFromZero : TowardsZero));

    /// <summary>Upper end of the 95 % interval.</summary>
    public double High => Change + (Change < 0 ? TowardsZero : AwayFromZero);

    /// <summary>Standard error of an effect that is as large as this one, as a fraction; above 0.</summary>
    public double FullError => ErrorOf(StandardError, FormulaVariance, Change);

    /// <summary>
    /// Chance of a change at least as far from 0 where the property adds nothing (two-sided), from 0 to 1.
    /// </summary>
    public double PValue =>
        Math.Clamp(2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, DegreesOfFreedom, -Math.Abs(Change) / StandardError), 0, 1);

    /// <summary>The smallest change that a study like this one finds four times out of five.</summary>
    public double SmallestFound =>
        (_quantile + MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, DegreesOfFreedom, 0.8)) * StandardError;

    /// <summary>Standard error of an effect of some size, as a fraction.</summary>
    /// <param name="error">Standard error where there is no effect.</param>
    /// <param name="formulas">Further variance of an effect of a tenth and more.</param>
    /// <param name="effect">The effect.</param>
    internal static double ErrorOf(double error, double formulas, double effect) =>
        Math.Sqrt(error * error + formulas * Math.Min(1, Math.Abs(effect) / Large));

    // The variance of a true effect x is that of no effect and of formulas |x / Change|, up to that of an effect as large as this one.
    private double AwayFromZero => _quantile * FullError;

    // The x between 0 and the change that is just far enough from it to be doubted. Without an effect there is no variance of formulas, so
    // that the interval leaves out 0 where the chance is below 5 %, and only there.
    private double TowardsZero
    {
        get
        {
            var share = Square(_quantile / Change);
            var (own, formulas) = (share * StandardError * StandardError, share * FormulaVariance * Math.Min(1, Math.Abs(Change) / Large));
            if (!(own < 1)) return _quantile * StandardError;
            return Math.Abs(Change) * (1 - 2 * (1 - own) / (2 + formulas + Math.Sqrt(formulas * (formulas + 4) + 4 * own)));
        }
    }

    private static double Square(double x) => x * x;
}
