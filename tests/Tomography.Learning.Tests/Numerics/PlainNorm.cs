namespace Tomography.Learning.Tests.Numerics;

/// <summary>A batch norm y = Scale x + Shift, channel by channel.</summary>
internal sealed class PlainNorm
{
    private readonly float[] _mean, _inverse;

    /// <summary>A batch norm for the mean and variance of its input.</summary>
    public PlainNorm(float[] mean, float[] variance, float[] gamma, float[] beta)
    {
        _mean = mean;
        _inverse = [.. variance.Select(v => (float)(1 / Math.Sqrt(v + 1e-5f)))];
        Scale = [.. gamma.Zip(_inverse, (g, i) => g * i)];
        Shift = [.. beta.Select((b, i) => b - mean[i] * Scale[i])];
    }

    public float[] Scale { get; }

    public float[] Shift { get; }

    /// <summary>Gradients of gamma and beta, and the constants of dx = scale dy - weight (k1 + k2 x), from sums of dy and dy x.</summary>
    public (float[] Gamma, float[] Beta, float[] K1, float[] K2) Gradient(double[] sums, double[] products, double total)
    {
        int count = sums.Length;
        float[] gamma = new float[count], beta = new float[count], k1 = new float[count], k2 = new float[count];
        for (var i = 0; i < count; i++)
        {
            var dGamma = _inverse[i] * (products[i] - _mean[i] * sums[i]);
            var slope = (double)Scale[i] * _inverse[i] * dGamma / total;
            (gamma[i], beta[i]) = ((float)dGamma, (float)sums[i]);
            (k1[i], k2[i]) = ((float)(Scale[i] * sums[i] / total - slope * _mean[i]), (float)slope);
        }

        return (gamma, beta, k1, k2);
    }

    /// <summary>Lets running statistics follow those of a batch, momentum 0.1, with the unbiased variance.</summary>
    public static void Follow(Span<float> means, Span<float> variances, float[] mean, float[] variance, double samples)
    {
        var unbias = samples > 1 ? samples / (samples - 1) : 1;
        for (var i = 0; i < mean.Length; i++)
        {
            means[i] = (float)((1 - 0.1) * means[i] + 0.1 * mean[i]);
            variances[i] = (float)((1 - 0.1) * variances[i] + 0.1 * unbias * variance[i]);
        }
    }
}
