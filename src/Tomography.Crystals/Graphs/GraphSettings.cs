namespace Tomography.Crystals;

/// <summary>How crystals become graphs. Defaults are those of [T].</summary>
/// <param name="RadiusAngstrom">Bonds reach at most this far, in angstrom; Gaussians run from 0 to it.</param>
/// <param name="Neighbours">At most this many nearest neighbours per site; an atom with fewer within the radius has fewer.</param>
/// <param name="GaussianStepAngstrom">Distance between the centres of the Gaussians, and their width, in angstrom.</param>
public sealed record GraphSettings(double RadiusAngstrom = 8, int Neighbours = 12, double GaussianStepAngstrom = 0.2);
