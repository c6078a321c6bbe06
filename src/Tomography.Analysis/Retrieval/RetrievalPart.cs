namespace Tomography.Analysis;

/// <summary>Crystals of a part in the units of a retrieval: standard deviations of what is measured.</summary>
/// <param name="Formulas">Formula of each.</param>
/// <param name="Measured">Per property what is measured of each.</param>
/// <param name="Predicted">Per property what is predicted of each.</param>
/// <param name="Noisy">Per property what is measured of each as a candidate, once more and with noise.</param>
internal sealed record RetrievalPart(string[] Formulas, double[][] Measured, double[][] Predicted, double[][] Noisy)
{
    /// <summary>The crystals in these units.</summary>
    /// <param name="crystals">The crystals.</param>
    /// <param name="means">Mean of each property.</param>
    /// <param name="scales">Standard deviation of each property; above 0.</param>
    /// <param name="noise">The noise of the ceiling, in standard deviations.</param>
    /// <param name="stream">Which noise.</param>
    public static RetrievalPart Of(RetrievalCrystals crystals, double[] means, double[] scales, double noise, ulong stream)
    {
        var random = new SplitMixRandom(stream);
        double[][] measured = [.. crystals.Measured.Select((v, p) => v.Select(x => (x - means[p]) / scales[p]).ToArray())];
        double[][] predicted = [.. crystals.Predicted.Select((v, p) => v.Select(x => (x - means[p]) / scales[p]).ToArray())];
        double[][] noisy = [.. measured.Select(v => Array.ConvertAll(v, x => x + noise * Normal()))];
        return new([.. crystals.Formulas], measured, predicted, noisy);

        double Normal() => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, Math.Clamp(random.Unit(), 1e-12, 1 - 1e-12));
    }
}
