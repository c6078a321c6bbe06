using System.Collections.Immutable;

namespace Tomography.Crystals;

/// <summary>Rotations that a lattice has, sites left out.</summary>
internal static class LatticeRotations
{
    private const int Reach = 2;

    /// <summary>All rotations, with inversion and without, that bring a reduced lattice to itself.</summary>
    /// <param name="lattice">The lattice, its vectors short.</param>
    /// <param name="tolerance">How far an end of a vector may be from a lattice point, in angstrom.</param>
    public static ImmutableArray<IntegerMatrix> Of(Lattice lattice, double tolerance)
    {
        Vector3[] basis = [lattice.A, lattice.B, lattice.C];
        var images = basis.Select(v => Vectors().Where(p => Math.Abs(Length(lattice, p) - v.Length) < tolerance).ToArray()).ToArray();
        var rotations = ImmutableArray.CreateBuilder<IntegerMatrix>();
        foreach (var a in images[0])
            foreach (var b in images[1])
            {
                if (!SameAngle(lattice, a, b, lattice.A, lattice.B, tolerance)) continue;
                foreach (var c in images[2])
                    if (SameAngle(lattice, a, c, lattice.A, lattice.C, tolerance)
                        && SameAngle(lattice, b, c, lattice.B, lattice.C, tolerance)
                        && IntegerMatrix.OfColumns(a, b, c) is { Determinant: 1 or -1 } rotation)
                        rotations.Add(rotation);
            }

        return rotations.ToImmutable();
    }

    private static IEnumerable<(int X, int Y, int Z)> Vectors() =>
        from x in Enumerable.Range(-Reach, 2 * Reach + 1)
        from y in Enumerable.Range(-Reach, 2 * Reach + 1)
        from z in Enumerable.Range(-Reach, 2 * Reach + 1)
        select (x, y, z);

    private static Vector3 Cartesian(Lattice lattice, (int X, int Y, int Z) p) => lattice.ToCartesian(new(p.X, p.Y, p.Z));

    private static double Length(Lattice lattice, (int X, int Y, int Z) p) => Cartesian(lattice, p).Length;

    // By the arc that the ends of the vectors are apart.
    private static bool SameAngle(
        Lattice lattice, (int X, int Y, int Z) p, (int X, int Y, int Z) q, Vector3 v, Vector3 w, double tolerance)
    {
        var angle = Angle(Cartesian(lattice, p), Cartesian(lattice, q)) - Angle(v, w);
        return Math.Abs(Math.Sin(angle)) * (v.Length + w.Length) / 2 < tolerance && Math.Cos(angle) > 0;
    }

    private static double Angle(Vector3 v, Vector3 w) => Math.Acos(Math.Clamp(Vector3.Dot(v, w) / (v.Length * w.Length), -1, 1));
}
