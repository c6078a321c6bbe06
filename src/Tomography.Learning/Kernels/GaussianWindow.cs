namespace Tomography.Learning.Kernels;

/// <summary>Which Gaussians count for a distance: those left out are at least 5 steps away.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Offset">The distance's position from the centre of that Gaussian, in steps.</param>
internal readonly record struct GaussianWindow(int First, float Offset)
{
    /// <summary>The window of a distance in angstrom.</summary>
    public static GaussianWindow Of(double angstrom, GaussianBasis basis)
    {
        var window = Math.Min(BondExpansion<Lanes8>.Window, basis.Count);
        var steps = angstrom / basis.StepAngstrom;
        var first = Math.Clamp((int)steps - (window / 2 - 1), 0, basis.Count - window);
        return new(first, (float)(steps - first));
    }
}
