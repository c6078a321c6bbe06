namespace Tomography.Crystals;

/// <summary>The grid of 1e-4 angstrom on which all bond lengths live, so that equivalent bonds have equal lengths to the bit.</summary>
internal static class DistanceGrid
{
    /// <summary>Steps of the grid per angstrom.</summary>
    public const double StepsPerAngstrom = 10_000;

    // Files state lengths with four or five decimals, so halves of a step are common; a rounding boundary a little
    // beside the half keeps noise in the last bit from deciding where they fall.
    private const double BoundaryShift = 0.0137;

    /// <summary>The number of the grid point nearest to a distance in angstrom.</summary>
    public static int ToGrid(double distanceAngstrom) =>
        (int)Math.Floor(distanceAngstrom * StepsPerAngstrom + (0.5 + BoundaryShift));

    /// <summary>The distance in angstrom of a grid point.</summary>
    public static double ToAngstrom(int gridPoint) => gridPoint / StepsPerAngstrom;
}
