namespace Tomography.Crystals;

/// <summary>The axis of a rotation of a lattice.</summary>
/// <param name="Order">1, 2, 3, 4 or 6.</param>
/// <param name="Rotation">The rotation, without inversion.</param>
/// <param name="Projection">Sum of the powers of the rotation: it makes vectors ones along the axis, those across it none.</param>
/// <param name="Direction">The shortest lattice vector along the axis.</param>
internal sealed record RotationAxis(int Order, IntegerMatrix Rotation, IntegerMatrix Projection, (int X, int Y, int Z) Direction)
{
    /// <summary>The axis of a rotation, with inversion or without; null where it is that of no lattice.</summary>
    public static RotationAxis? Of(IntegerMatrix operation)
    {
        var rotation = operation.Determinant < 0 ? -operation : operation;
        var order = rotation.Trace switch { 3 => 1, -1 => 2, 0 => 3, 1 => 4, 2 => 6, _ => 0 };
        if (order == 0) return null;
        var projection = IntegerMatrix.Identity;
        var power = IntegerMatrix.Identity;
        for (var i = 1; i < order; i++)
        {
            power = rotation * power;
            projection += power;
        }

        // Not of so high an order, then.
        if (rotation * power != IntegerMatrix.Identity) return null;
        (int X, int Y, int Z)[] columns = [projection * (1, 0, 0), projection * (0, 1, 0), projection * (0, 0, 1)];
        var along = columns.FirstOrDefault(c => c != default);
        return along == default ? null : new(order, rotation, projection, Shortest(along));
    }

    // Up to its sense.
    private static (int X, int Y, int Z) Shortest((int X, int Y, int Z) v)
    {
        var divisor = Divisor(Divisor(Math.Abs(v.X), Math.Abs(v.Y)), Math.Abs(v.Z));
        var first = v.X != 0 ? v.X : v.Y != 0 ? v.Y : v.Z;
        divisor = first < 0 ? -divisor : divisor;
        return (v.X / divisor, v.Y / divisor, v.Z / divisor);
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
