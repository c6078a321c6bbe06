using Tomography.Learning.Kernels;

namespace Tomography.Learning;

/// <summary>
/// What the first hidden layer sees of the extra properties: the softplus of each number, which no weight changes. By the kernels' own
/// function: the C library's would differ from machine to machine.
/// </summary>
internal static class FeatureActivation
{
    /// <summary>The softplus of each number.</summary>
    /// <param name="values">The numbers.</param>
    public static unsafe float[] Of(float[] values)
    {
        var result = new float[ParameterLayout.Padded(values.Length)];
        values.CopyTo(result, 0);
        fixed (float* x = result)
            for (var i = 0; i < result.Length; i += Lanes8.Count)
                Transcendental.Softplus(Lanes8.Load(x + i), out _).Store(x + i);
        return result;
    }
}
