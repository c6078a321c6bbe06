namespace Tomography.Learning;

/// <summary>
/// The loss of a prediction that names the variance of its own error: twice the negative log-likelihood of a normal one, without its
/// constant, so that at a variance of 1 it is the squared error and learning rates mean what they mean there.
/// </summary>
/// <remarks>
/// Each crystal counts by its variance to the power of beta, which has no gradient of its own (beta-NLL: Seitzer, Tavakoli, Antic and
/// Martius, ICLR 2022). With beta 0, the likelihood as it is, a model may call badly predicted crystals noise and stop learning them; with
/// beta 1 the mean is learnt as by the squared error. One half is what they recommend.
/// </remarks>
internal static class GaussianLoss
{
    /// <summary>The power of the variance.</summary>
    public const double Beta = 0.5;

    /// <summary>The loss of one crystal; may be below 0.</summary>
    /// <param name="error">Prediction less target.</param>
    /// <param name="logVariance">What the model says of the variance of the error: its natural logarithm.</param>
    public static double Of(double error, double logVariance) =>
        Weight(logVariance) * (error * error * HeadPrediction.ExpOfMinus(logVariance) + logVariance);

    /// <summary>Its slopes in the prediction and in the log-variance.</summary>
    /// <param name="error">Prediction less target.</param>
    /// <param name="logVariance">The log-variance.</param>
    public static (double Prediction, double LogVariance) Slopes(double error, double logVariance)
    {
        var (weight, precision) = (Weight(logVariance), HeadPrediction.ExpOfMinus(logVariance));
        return (weight * 2 * error * precision, weight * (1 - error * error * precision));
    }

    private static double Weight(double logVariance) => HeadPrediction.ExpOfMinus(-Beta * logVariance);
}
