using Tomography.Crystals;

namespace Tomography.Learning;

/// <summary>
/// The Gaussians on which CGCNN expands a distance d: u_k = exp(-((d - k step) / step)^2), k = 0 .. Count - 1 (Xie and Grossman 2018).
/// </summary>
/// <param name="Count">Number of Gaussians (41 in [T]: 0 to 8 angstrom by 0.2).</param>
/// <param name="StepAngstrom">Distance of the centres and width of each, angstrom.</param>
public readonly record struct GaussianBasis(int Count, double StepAngstrom)
{
    /// <summary>The basis of graph settings: centres from 0 to the radius.</summary>
    public static GaussianBasis Of(GraphSettings settings) =>
        new((int)Math.Floor(settings.RadiusAngstrom / settings.GaussianStepAngstrom + 1e-9) + 1, settings.GaussianStepAngstrom);

    /// <summary>The value of Gaussian <paramref name="index"/> at a distance in angstrom.</summary>
    public double Value(int index, double distanceAngstrom)
    {
        var x = (distanceAngstrom - index * StepAngstrom) / StepAngstrom;
        return Math.Exp(-x * x);
    }
}
