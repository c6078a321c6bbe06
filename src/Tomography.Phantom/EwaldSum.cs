using System.Collections.Immutable;
using Tomography.Crystals;
using Tomography.Datasets;

namespace Tomography.Phantom;

/// <summary>
/// Electrostatics of point charges in a periodic cell (Ewald, Ann. Phys. 369, 253, 1921), each charge with a uniform
/// background that cancels in a neutral cell. Both sums reach until their terms fall below 1e-13.
/// </summary>
internal static class EwaldSum
{
    // erfc(5.5) and exp(-5.5 * 5.5) are below 1e-13.
    private const double Reach = 5.5;

    /// <summary>
    /// Potentials phi[i, j] at site i of unit charges at site j and all its images, in 1/angstrom (in units of 1/length of the
    /// lattice), symmetric. The energy of charges z is half the sum of z[i] z[j] phi[i, j], times 14.399645 eV angstrom.
    /// </summary>
    /// <param name="lattice">The cell.</param>
    /// <param name="fractional">Fractional coordinates of the sites, all different.</param>
    public static double[,] Potentials(Lattice lattice, ImmutableArray<Vector3> fractional)
    {
        double volume = lattice.Volume;
        double alpha = Math.Sqrt(Math.PI) / CubeRoot(volume);
        var reciprocal = Reciprocal(lattice);
        var images = Points(lattice, reciprocal, Reach / alpha + Diameter(lattice) / 2);
        var waves = Points(reciprocal, lattice, Reach * alpha / Math.PI)
            .Where(static p => p.Index != default)
            .Select(p => (p.Index, Weight: Wave(p.Vector.Length, alpha, volume))).ToArray();
        double background = Math.PI / (volume * alpha * alpha);
        double self = 2 * alpha / Math.Sqrt(Math.PI);

        var potentials = new double[fractional.Length, fractional.Length];
        for (var i = 0; i < fractional.Length; i++)
        for (var j = 0; j <= i; j++)
        {
            var difference = Nearest(fractional[i] - fractional[j]);
            var cartesian = lattice.ToCartesian(difference);
            double sum = -background;
            if (i == j) sum -= self;
            foreach (var image in images)
            {
                double distance = (cartesian + image.Vector).Length;
                if (distance * alpha > Reach || (i == j && image.Index == default)) continue;
                sum += PortableMath.Erfc(alpha * distance) / distance;
            }

            foreach (var (index, weight) in waves) sum += weight * PortableMath.CosineOfTurns(Vector3.Dot(index, difference));
            potentials[i, j] = potentials[j, i] = sum;
        }

        return potentials;
    }

    // 4 pi / V exp(-G^2 / 4 alpha^2) / G^2 with G = 2 pi k.
    private static double Wave(double k, double alpha, double volume)
    {
        double g = 2 * Math.PI * k;
        return 4 * Math.PI / volume * PortableMath.Exp(-g * g / (4 * alpha * alpha)) / (g * g);
    }

    // Sums of lattice vectors no longer than a radius; the reciprocal vectors bound the indices by the spacing of planes.
    private static List<(Vector3 Index, Vector3 Vector)> Points(Lattice lattice, Lattice reciprocal, double radius)
    {
        int na = (int)(radius * reciprocal.A.Length), nb = (int)(radius * reciprocal.B.Length), nc = (int)(radius * reciprocal.C.Length);
        var points = new List<(Vector3, Vector3)>();
        for (var i = -na; i <= na; i++)
        for (var j = -nb; j <= nb; j++)
        for (var k = -nc; k <= nc; k++)
        {
            var index = new Vector3(i, j, k);
            var vector = lattice.ToCartesian(index);
            if (vector.Length <= radius) points.Add((index, vector));
        }

        return points;
    }

    // The image whose coordinates lie within half a cell.
    private static Vector3 Nearest(Vector3 p) => new(p.X - Math.Round(p.X), p.Y - Math.Round(p.Y), p.Z - Math.Round(p.Z));

    private static double Diameter(Lattice lattice) => lattice.A.Length + lattice.B.Length + lattice.C.Length;

    private static Lattice Reciprocal(Lattice lattice)
    {
        double scale = 1 / Vector3.Dot(lattice.A, Vector3.Cross(lattice.B, lattice.C));
        return new(
            scale * Vector3.Cross(lattice.B, lattice.C),
            scale * Vector3.Cross(lattice.C, lattice.A),
            scale * Vector3.Cross(lattice.A, lattice.B));
    }

    // Newton's iteration: Math.Cbrt may differ in its last bit between platforms. Any alpha near it gives the same sum.
    private static double CubeRoot(double value)
    {
        double root = value > 1 ? value : 1;
        for (var i = 0; i < 60; i++) root -= (root - value / (root * root)) / 3;
        return root;
    }
}
