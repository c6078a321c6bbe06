using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>What a head's output means, by the kernels' own functions: the C library's would differ from machine to machine.</summary>
internal static class HeadPrediction
{
    /// <summary>The probability of the second class, of its log-odds.</summary>
    public static double Probability(double logOdds)
    {
        Logistic(logOdds, out var probability);
        return probability;
    }

    /// <summary>log(1 + exp(x)) and its slope, the probability that log-odds x mean.</summary>
    public static double Logistic(double x, out double sigmoid)
    {
        var softplus = Transcendental.Softplus(Lanes8.All((float)x), out var slope);
        sigmoid = First(slope);
        return First(softplus);
    }

    /// <summary>exp(-s), also for s below 0.</summary>
    public static double ExpOfMinus(double s)
    {
        double e = First(Transcendental.ExpOfMinus(Lanes8.All((float)Math.Abs(s))));
        return s >= 0 ? e : 1 / e;
    }

    private static unsafe float First(Lanes8 lanes)
    {
        var values = stackalloc float[Lanes8.Count];
        lanes.Store(values);
        return values[0];
    }
}
