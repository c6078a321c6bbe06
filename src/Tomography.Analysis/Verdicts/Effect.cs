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
    /// <summary>
    /// From this size on, as a logarithm of what they leave of the error, effects have all of the variance that formulas bring.
    /// </summary>
    internal const double Large = 0.2;

    private const double Confidence = 0.975, LeastLeft = 1e-9, Beside = 1e-6;

    // Kept, since it takes long to compute and stays where an effect is drawn anew.
    private readonly double _quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, DegreesOfFreedom, Confidence);

    /// <summary>Degrees of freedom of Student's t for it; at least 1.</summary>
    public double DegreesOfFreedom { get; } = DegreesOfFreedom;

    /// <summary>
    /// Further variance of an effect of about a fifth and more, see <see cref="Large"/>, because the models would have learnt from other
    /// formulas; at least 0. Of smaller effects it is less in proportion, so that it is 0 where a property adds nothing.
    /// </summary>
    public double FormulaVariance { get; init; }

    /// <summary>
    /// Lower end of the 95 % interval, as a fraction: of all true effects that are not doubted, each by the variance that an effect of its
    /// size has. Errors scatter by a share of what is left of them, so that effects are compared by the logarithms of that, and an interval
    /// of a large effect reaches as far up as down by its ratio. Only 0 is doubted by <see cref="PValue"/>: an end that would have it
    /// otherwise stands a millionth beside it. At least -1, for no error is less than nothing.
    /// </summary>
    public double Low => Change < 0 ? From(-AwayFromZero) : Agreed(From(-TowardsZero));

    /// <summary>Upper end of the 95 % interval, as a fraction.</summary>
    public double High => Change < 0 ? Agreed(From(TowardsZero)) : From(AwayFromZero);

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

    /// <summary>An effect that might be the true one: so far from this one that draws have its interval.</summary>
    /// <param name="deviation">How far, in standard errors; below 0 is less error.</param>
    /// <returns>The effect as a fraction; at least -1. It may pass a 0 at which the chance holds the interval.</returns>
    internal double At(double deviation) => From(deviation / _quantile * (deviation > 0 == Change < 0 ? TowardsZero : AwayFromZero));

    /// <summary>Standard error of an effect of some size, as a fraction.</summary>
    /// <param name="error">Standard error where there is no effect.</param>
    /// <param name="formulas">Further variance of an effect of a fifth and more.</param>
    /// <param name="effect">The effect.</param>
    internal static double ErrorOf(double error, double formulas, double effect) =>
        Math.Sqrt(error * error + formulas * Math.Min(1, Size(effect) / Large));

    // How far an effect is from none, as a logarithm of what it leaves of the error.
    private static double Size(double effect) => Math.Abs(Math.Log(Math.Max(LeastLeft, 1 + effect)));

    private double Left => Math.Max(LeastLeft, 1 + Change);

    // From a reach of logarithms. Scatter as large as all that is left is no share of it: upwards, an end is no farther than 1.7 times as
    // far as without logarithms.
    private double From(double reach) =>
        Math.Max(-1, Change + Left * Math.Min(Math.Exp(reach) - 1, (Math.E - 1) * Math.Max(1, LargeReach)));

    // Whether 0 is doubted is a matter of the chance, which knows no ratio.
    private double Agreed(double end)
    {
        var isDoubted = Math.Abs(Change) > _quantile * StandardError;
        var side = Change < 0 == isDoubted ? -1 : 1;
        return Math.Sign(end) == side ? end : side * Beside;
    }

    // The reach is where the difference of the logarithms is the quantile times the standard error of a true effect x. Below a large one
    // its square grows in proportion to the size of x, which makes a quadratic equation.
    private double AwayFromZero
    {
        get
        {
            var (own, growth, size) = (OwnReach, Growth, Size(Change));
            var reach = (growth + Math.Sqrt(growth * growth + 4 * (own + growth * size))) / 2;
            return size + reach <= Large ? reach : LargeReach;
        }
    }

    // Between 0 and the change, where the chance is below 5 %, and then no effect the other way round is asked for; else beyond 0.
    private double TowardsZero
    {
        get
        {
            var (own, growth, size) = (OwnReach, Growth, Size(Change));
            if (size - LargeReach >= Large) return LargeReach;
            // Differences of like numbers are avoided: both ends are a quotient.
            var (left, twice) = (size * size - own, 2 * size + growth);
            if (left >= 0) return size - 2 * left / (twice + Math.Sqrt(twice * twice - 4 * left));
            var less = 2 * size - growth;
            var root = Math.Sqrt(less * less - 4 * left);
            var beyond = less > 0 ? -2 * left / (less + root) : (root - less) / 2;
            return beyond <= Large ? size + beyond : LargeReach;
        }
    }

    private double OwnReach => Square(_quantile * StandardError / Left);

    private double Growth => Square(_quantile / Left) * FormulaVariance / Large;

    private double LargeReach => _quantile / Left * Math.Sqrt(StandardError * StandardError + FormulaVariance);

    private static double Square(double x) => x * x;
}
