namespace Tomography.Crystals;

/// <summary>Whether symmetry operations keep the lengths and angles of a cell.</summary>
internal static class CellFit
{
    /// <summary>
    /// About one degree or one percent: more than any rounding of a cell, less than any distortion that makes another lattice system worth
    /// stating.
    /// </summary>
    public const double Tolerance = 0.03;

    /// <summary>How far the operations change the metric of the cell, in parts of the product of two edges; 0 where it fits.</summary>
    public static double Deviation(Lattice lattice, ReadOnlySpan<SymmetryOperation> operations)
    {
        var largest = 0.0;
        foreach (var operation in operations)
        {
            // The edges, turned by the operation: columns of its matrix.
            var a = Image(lattice, operation.RowX.X, operation.RowY.X, operation.RowZ.X);
            var b = Image(lattice, operation.RowX.Y, operation.RowY.Y, operation.RowZ.Y);
            var c = Image(lattice, operation.RowX.Z, operation.RowY.Z, operation.RowZ.Z);
            largest = Math.Max(largest, Change(a, a, lattice.A, lattice.A));
            largest = Math.Max(largest, Change(b, b, lattice.B, lattice.B));
            largest = Math.Max(largest, Change(c, c, lattice.C, lattice.C));
            largest = Math.Max(largest, Change(a, b, lattice.A, lattice.B));
            largest = Math.Max(largest, Change(b, c, lattice.B, lattice.C));
            largest = Math.Max(largest, Change(c, a, lattice.C, lattice.A));
        }

        return largest;
    }

    private static Vector3 Image(Lattice lattice, double x, double y, double z) => lattice.ToCartesian(new(x, y, z));

    private static double Change(Vector3 p, Vector3 q, Vector3 p0, Vector3 q0) =>
        Math.Abs(Vector3.Dot(p, q) - Vector3.Dot(p0, q0)) / (p0.Length * q0.Length);
}
