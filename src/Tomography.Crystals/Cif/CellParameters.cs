using System.Globalization;

namespace Tomography.Crystals;

/// <summary>A cell as CIF states it.</summary>
/// <param name="A">Length of the first edge, angstrom.</param>
/// <param name="B">Length of the second edge, angstrom.</param>
/// <param name="C">Length of the third edge, angstrom.</param>
/// <param name="Alpha">Angle between the second and third edge, degrees.</param>
/// <param name="Beta">Angle between the first and third edge, degrees.</param>
/// <param name="Gamma">Angle between the first and second edge, degrees.</param>
internal readonly record struct CellParameters(double A, double B, double C, double Alpha, double Beta, double Gamma)
{
    private const int FewestDigits = 6, MostDigits = 16;

    /// <summary>The items of CIF with their numbers.</summary>
    public (string Item, double Value)[] Items =>
    [
        ("_cell_length_a", A), ("_cell_length_b", B), ("_cell_length_c", C),
        ("_cell_angle_alpha", Alpha), ("_cell_angle_beta", Beta), ("_cell_angle_gamma", Gamma),
    ];

    /// <summary>
    /// Those of a lattice. Where a lattice was made from such numbers, these are found again as they were written, so that the lattice
    /// comes back to the bit; otherwise they have all their digits.
    /// </summary>
    public static CellParameters Of(Lattice lattice)
    {
        var exact = new CellParameters(
            lattice.A.Length, lattice.B.Length, lattice.C.Length, Angle(lattice.B, lattice.C), Angle(lattice.A, lattice.C),
            Angle(lattice.A, lattice.B));
        for (var digits = FewestDigits; digits <= MostDigits; digits++)
        {
            var format = $"G{digits}";
            var rounded = new CellParameters(
                Round(exact.A, format), Round(exact.B, format), Round(exact.C, format), Round(exact.Alpha, format),
                Round(exact.Beta, format), Round(exact.Gamma, format));
            if (rounded.IsOf(lattice)) return rounded;
        }

        return exact;
    }

    private bool IsOf(Lattice lattice)
    {
        try
        {
            return Lattice.FromParameters(A, B, C, Alpha, Beta, Gamma) == lattice;
        }
        catch (ArgumentException)
        {
            // Rounded so far that they span no volume any more.
            return false;
        }
    }

    private static double Angle(Vector3 a, Vector3 b) =>
        Math.Acos(Math.Clamp(Vector3.Dot(a, b) / (a.Length * b.Length), -1, 1)) * 180 / Math.PI;

    private static double Round(double value, string format) =>
        double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
