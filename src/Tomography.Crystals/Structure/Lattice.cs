namespace Tomography.Crystals;

/// <summary>The three vectors, in angstrom, whose integer sums repeat a crystal.</summary>
/// <param name="A">First lattice vector, Cartesian, angstrom.</param>
/// <param name="B">Second lattice vector, Cartesian, angstrom.</param>
/// <param name="C">Third lattice vector, Cartesian, angstrom.</param>
public sealed record Lattice(Vector3 A, Vector3 B, Vector3 C)
{
    /// <summary>Volume of the cell in cubic angstrom, never negative.</summary>
    public double Volume => Math.Abs(Vector3.Dot(A, Vector3.Cross(B, C)));

    /// <summary>Cartesian position in angstrom of fractional coordinates.</summary>
    public Vector3 ToCartesian(Vector3 fractional) => fractional.X * A + fractional.Y * B + fractional.Z * C;

    /// <summary>Fractional coordinates of a Cartesian position in angstrom.</summary>
    public Vector3 ToFractional(Vector3 cartesian)
    {
        var signedVolume = Vector3.Dot(A, Vector3.Cross(B, C));
        return new(
            Vector3.Dot(cartesian, Vector3.Cross(B, C)) / signedVolume,
            Vector3.Dot(cartesian, Vector3.Cross(C, A)) / signedVolume,
            Vector3.Dot(cartesian, Vector3.Cross(A, B)) / signedVolume);
    }

    /// <summary>A cube of the given edge in angstrom.</summary>
    public static Lattice Cubic(double edgeAngstrom) => FromParameters(edgeAngstrom, edgeAngstrom, edgeAngstrom, 90, 90, 90);

    /// <summary>
    /// A lattice from edge lengths in angstrom and angles in degrees: a in the x-z plane, c along z, the convention of pymatgen.
    /// </summary>
    /// <exception cref="ArgumentException">The numbers do not span a volume.</exception>
    public static Lattice FromParameters(double a, double b, double c, double alpha, double beta, double gamma)
    {
        double cosAlpha = Cosine(alpha), cosBeta = Cosine(beta), cosGamma = Cosine(gamma);
        double sinAlpha = Sine(alpha), sinBeta = Sine(beta);
        var cosGammaStar = Math.Clamp((cosAlpha * cosBeta - cosGamma) / (sinAlpha * sinBeta), -1, 1);
        var sinGammaStar = Math.Sqrt(1 - cosGammaStar * cosGammaStar);
        var lattice = new Lattice(
            new(a * sinBeta, 0, a * cosBeta),
            new(-b * sinAlpha * cosGammaStar, b * sinAlpha * sinGammaStar, b * cosAlpha),
            new(0, 0, c));
        var volume = lattice.Volume;
        if (!double.IsFinite(volume) || volume <= 1e-6 * Math.Abs(a * b * c) || a <= 0 || b <= 0 || c <= 0)
            throw new ArgumentException(
                $"Cell lengths {a}, {b}, {c} and angles {alpha}, {beta}, {gamma} do not span a volume.",
                nameof(gamma));
        return lattice;
    }

    // Exact at right angles, so that cubic cells are exactly cubic.
    private static double Cosine(double degrees) =>
        degrees == 90 ? 0
        : degrees == 60 ? 0.5
        : degrees == 120 ? -0.5
        : Math.Cos(degrees * Math.PI / 180);

    private static double Sine(double degrees) => degrees == 90 ? 1 : Math.Sin(degrees * Math.PI / 180);
}
